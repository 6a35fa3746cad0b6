// The version of what the parser makes of the same bytes; part of the corpus fingerprint.
// Raise it with every change that can alter page text, lines, numbers or furniture: stored pages are then parsed again.

/** Version of the parser's output, kept with each stored page text. */
export const parserVersion = '4';
