/** What a caller may be told. Documents are always Vietnamese: their words are in `document-words.ts`. */
export interface Messages {
  documents: Record<'to-trinh', string>;
  errors: {
    document: (id: string, known: string) => Problem;
    format: (id: string, document: string, known: string) => Problem;
    form: (id: string, known: string) => Problem;
    formType: (document: string, form: string, known: string) => Problem;
    rulebook: (named: string, given: string) => Problem;
    submission: Problem;
    layout: (id: string, known: string) => Problem;
  };
  notices: {
    unknown: (names: string) => string;
    cleaned: (count: number) => string;
    noNominees: string;
  };
  unknown: Record<
    'superior' | 'issuer' | 'number' | 'symbol' | 'place' | 'date' | 'title' | 'signer' | 'recipients',
    string
  >;
  cli: {
    usage: string;
    noFile: (path: string) => string;
    noRulebook: (path: string) => string;
    noSubmission: (path: string) => string;
    oneSubmission: string;
    cannotWrite: (path: string, reason: string) => string;
    written: (path: string) => string;
  };
}

export interface Problem {
  what: string;
  where: string;
  remedy: string;
}
