import type { Messages } from './messages.js';

export const en: Messages = {
  documents: { 'to-trinh': 'Letter of proposal with the list of nominees' },
  errors: {
    document: (id, known) => ({
      what: `There is no document "${id}".`,
      where: 'document',
      remedy: `Choose one of: ${known}.`,
    }),
    format: (id, document, known) => ({
      what: `The document "${document}" cannot be written as "${id}".`,
      where: 'format',
      remedy: `Choose one of: ${known}.`,
    }),
    form: (id, known) => ({
      what: `The rulebook has no form "${id}".`,
      where: 'submission.form',
      remedy: `Use one of: ${known}.`,
    }),
    formType: (document, form, known) => ({
      what: `The document "${document}" cannot be made from the form "${form}".`,
      where: 'document',
      remedy: known ? `This form has: ${known}.` : 'This form has no document yet.',
    }),
    rulebook: (named, given) => ({
      what: `The submission was made by the rulebook "${named}", not by "${given}".`,
      where: 'submission.rulebook',
      remedy: 'Pass the rulebook that the submission names.',
    }),
    submission: {
      what: 'The submission cannot be read.',
      where: 'submission',
      remedy: 'Pass the JSON object that a kl01 form makes, with its "rulebook" and "form".',
    },
    layout: (id, known) => ({
      what: `There is no layout "${id}".`,
      where: 'rulebook.layout',
      remedy: `Use one of: ${known}; or pass your own in "layouts".`,
    }),
  },
  notices: {
    unknown: (names) => `What is not known prints as dotted lines to be filled in by hand: ${names}.`,
    cleaned: (count) => `${count} characters that cannot be printed were left out.`,
    noNominees: 'The list holds no nominee yet.',
  },
  unknown: {
    superior: 'superior body',
    issuer: 'issuing body',
    number: 'number',
    symbol: 'symbol',
    place: 'place',
    date: 'date of issue',
    title: 'title of the signer',
    signer: 'name of the signer',
    recipients: 'recipients',
  },
  cli: {
    usage: 'Usage: kl01-export PACK|RULEBOOK SUBMISSION --document ID --format docx|html -o FILE [--lang vi|en]',
    noFile: (path) => `The file ${path} cannot be read.`,
    noRulebook: (path) => `${path} is neither a usable rule pack nor a rulebook.`,
    noSubmission: (path) => `${path} is not a usable submission.`,
    oneSubmission: 'This document is made from exactly one submission.',
    cannotWrite: (path, reason) => `The file ${path} cannot be written: ${reason}`,
    written: (path) => `Wrote ${path}`,
  },
};
