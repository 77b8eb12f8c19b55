/**
 * Cuts a JSON array into the texts of its elements while it streams in, so that a file of any size
 * needs the memory of one element, each element keeps the line it starts on, and one broken
 * element does not take the others with it.
 *
 * It follows brackets and strings only; whether an element is valid JSON is told by parsing it.
 * Where it can, it finds its way back after a fault: a line break inside a string ends the string
 * (JSON forbids it there), and `{` where a key or a comma must stand starts the next element.
 */
export type Piece =
  | { readonly kind: 'element'; readonly line: number; readonly bytes: Buffer }
  | { readonly kind: 'broken'; readonly line: number; readonly why: string };

/** An element, a CSV record or a line longer than this is refused. */
export const recordBytesMax = 1_048_576;

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const comma = 0x2c;
const colon = 0x3a;
const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const byteOrderMark = [0xef, 0xbb, 0xbf];

export class JsonSplitter {
  private state: 'before' | 'between' | 'element' | 'after' = 'before';
  private line = 1;
  private offset = 0;
  private pieces: Piece[] = [];

  private startLine = 0;
  private parts: Buffer[] = [];
  private length = 0;
  /** Open brackets of the current element, outermost first. */
  private stack: number[] = [];
  private inString = false;
  private escaped = false;
  /** The last byte outside strings that was not blank. */
  private last = 0;
  /** The array ended inside a torn record, so that its end may have been a bracket too many. */
  private endUnsure = false;
  private commaSeen = false;
  private saidAfter = false;

  push(chunk: Buffer): Piece[] {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      const cut = this.state === 'element' ? this.within(byte) : undefined;
      if (cut !== undefined) {
        this.keep(chunk, from, at);
        this.close(cut);
      }
      if (this.state !== 'element') {
        this.outside(byte);
        from = at;
      }
      if (byte === newline) this.line += 1;
      this.offset += 1;
    }
    if (this.state === 'element') this.keep(chunk, from, chunk.length);
    return this.drain();
  }

  /** To be called after the last chunk. */
  end(): Piece[] {
    if (this.state === 'element') {
      this.broken(this.startLine, 'the file ends inside this record');
    } else if (this.state === 'before') {
      this.broken(this.line, 'the file holds no JSON array');
    } else if (this.state === 'between') {
      this.broken(this.line, 'the file ends before the closing bracket of its array');
    }
    return this.drain();
  }

  /** Takes a byte that belongs to no element, unless one begins with it. */
  private outside(byte: number): void {
    if (byte <= 0x20 || (this.offset < 3 && byte === byteOrderMark[this.offset])) return;
    if (this.state === 'between') this.between(byte);
    else if (this.state === 'before') {
      this.state = byte === openBracket ? 'between' : 'after';
      if (byte !== openBracket) this.afterEnd('a JSON array must start with [');
    } else if (this.endUnsure && (byte === comma || byte === closeBrace)) {
      this.state = byte === comma ? 'between' : 'after';
      this.endUnsure = byte !== comma;
    } else this.afterEnd('there is text after the end of the array');
  }

  private afterEnd(why: string): void {
    if (!this.saidAfter) this.broken(this.line, why);
    this.saidAfter = true;
  }

  private between(byte: number): void {
    if (byte === closeBracket) this.state = 'after';
    else if (byte === comma) {
      if (this.commaSeen) this.broken(this.line, 'there is nothing between two commas');
      this.commaSeen = true;
    } else this.open(byte);
  }

  private open(byte: number): void {
    this.state = 'element';
    this.startLine = this.line;
    this.stack = [];
    this.inString = false;
    this.commaSeen = false;
    this.structure(byte);
  }

  /** Takes a byte of an element. Tells when the element has ended before this byte. */
  private within(byte: number): undefined | 'whole' | 'torn' {
    if (this.inString) {
      if (this.escaped) this.escaped = false;
      else if (byte === backslash) this.escaped = true;
      else if (byte === quote || byte === newline) this.inString = false;
      return undefined;
    }
    if (byte <= 0x20) return undefined;
    if (this.stack.length === 0) {
      if (byte === comma || byte === closeBracket) return 'whole';
      if (byte === openBrace) return 'whole'; // A comma is missing before the next element.
    }
    if (byte === openBrace && this.stack.at(-1) === openBrace && this.last !== colon) return 'torn';
    if (byte === closeBracket && !this.stack.includes(openBracket)) {
      this.endUnsure = true;
      return 'torn';
    }
    this.structure(byte);
    return undefined;
  }

  private structure(byte: number): void {
    this.last = byte;
    if (byte === quote) this.inString = true;
    else if (byte === openBrace || byte === openBracket) this.stack.push(byte);
    else if (byte === closeBrace || byte === closeBracket) {
      const opened = byte === closeBrace ? openBrace : openBracket;
      const depth = this.stack.lastIndexOf(opened);
      if (depth >= 0) this.stack.length = depth;
    }
  }

  private keep(chunk: Buffer, from: number, to: number): void {
    this.length += to - from;
    if (this.length > recordBytesMax) this.parts = [];
    else if (to > from) this.parts.push(chunk.subarray(from, to));
  }

  /** Ends the current element before the byte just looked at, which belongs to what follows. */
  private close(cut: 'whole' | 'torn'): void {
    const bytes = Buffer.concat(this.parts);
    if (this.length > recordBytesMax) {
      this.broken(this.startLine, `the record is longer than ${recordBytesMax} bytes`);
    } else if (cut === 'torn') this.broken(this.startLine, 'its brackets do not match');
    else this.pieces.push({ kind: 'element', line: this.startLine, bytes });
    this.parts = [];
    this.length = 0;
    this.state = 'between';
  }

  private broken(line: number, why: string): void {
    this.pieces.push({ kind: 'broken', line, why });
  }

  private drain(): Piece[] {
    const pieces = this.pieces;
    this.pieces = [];
    return pieces;
  }
}
