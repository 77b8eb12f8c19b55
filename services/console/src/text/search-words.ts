/** Whether a text has every word of a search, in any order; a blank search is in every text. */
export function matcher(search: string): (text: string) => boolean {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  return (text) => {
    if (words.length === 0) return true;
    const searched = folded(text);
    return words.every((word) => searched.includes(word));
  };
}

/** Case and accents do not matter to a search. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
