/** A mail in clear, on its way. */
export interface Mail {
  /** The same at each attempt: servers and readers know it again by this. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * What became of a mail. `away`: it was not taken for sure, and may be sent again. `refused`: it
 * was not taken, and never will be. `unknown`: the connection broke when it may have been taken.
 */
export interface Posted {
  readonly outcome: 'sent' | 'away' | 'refused' | 'unknown';
  readonly code: string | null;
}

/** Where mail is sent from. Never throws: what went wrong is an answer. */
export interface Postbox {
  post(mail: Mail): Promise<Posted>;
  /** Begins the links in mails: where people find the console. */
  readonly consoleUrl: string;
}
