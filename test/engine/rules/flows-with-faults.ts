/** Real flows that break a publish rule although their index calls them good: which, and why the rule is right. */

export const FLOWS_WITH_FAULTS: Readonly<
  Record<string, { readonly why: string; readonly files: readonly string[] }>
> = {
  'publish/empty-value': {
    why: 'Saved drafts: the author has not chosen a queue, a flow or a function yet.',
    files: [
      'aws-samples__amazon-connect-experience-builder__001.json',
      'aws-samples__amazon-connect-experience-builder__002.json',
      'aws-samples__amazon-connect-experience-builder__003.json',
      'aws-samples__amazon-connect-experience-builder__004.json',
      'aws-samples__amazon-connect-experience-builder__005.json',
      'aws-samples__amazon-connect-experience-builder__006.json',
      'aws-samples__amazon-connect-step-by-step-guides-module-library__020.json',
      'aws-samples__amazon-connect-step-by-step-guides-module-library__h010.json',
      'aws-samples__amazon-connect-step-by-step-guides-module-library__h011.json',
    ],
  },
  'publish/id-format': {
    why: 'A placeholder for whoever imports the flow.',
    files: [
      'aws-samples__amazon-connect-step-by-step-guides-module-library__009.json',
      'aws-samples__amazon-connect-step-by-step-guides-module-library__021.json',
    ],
  },
  'publish/input-form': {
    why: 'Written by a model: stored input without InputValidation, which 302 of 303 real ones have.',
    files: ['Richard1007__claude-connect-skills__h008.json'],
  },
  'publish/missing-error': {
    why: 'Written by hand or by a model, and never published as they are: branches that all other real flows have are missing.',
    files: [
      'aws-samples__sample-aicc-builder-for-amazon-connect-ai-agent__003.json',
      'awsnolan__amazon-connect-copy__005.json',
      'ippei2480__connect-blueprint__h004.json',
      'ippei2480__connect-blueprint__h006.json',
      'ippei2480__connect-blueprint__h008.json',
      'ippei2480__connect-blueprint__h012.json',
    ],
  },
  'publish/missing-next': {
    why: 'Written by hand for the tests of another tool.',
    files: ['awsnolan__amazon-connect-copy__005.json'],
  },
  'publish/missing-parameter': {
    why: 'Written by a model: inputs without StoreInput, which live instances refuse.',
    files: [
      'ippei2480__connect-blueprint__h001.json',
      'ippei2480__connect-blueprint__h002.json',
      'ippei2480__connect-blueprint__h003.json',
      'ippei2480__connect-blueprint__h004.json',
      'ippei2480__connect-blueprint__h005.json',
      'ippei2480__connect-blueprint__h006.json',
      'ippei2480__connect-blueprint__h007.json',
      'ippei2480__connect-blueprint__h008.json',
      'ippei2480__connect-blueprint__h009.json',
      'ippei2480__connect-blueprint__h010.json',
      'ippei2480__connect-blueprint__h011.json',
      'ippei2480__connect-blueprint__h012.json',
    ],
  },
  'publish/missing-transitions': {
    why: 'Written by hand for the tests of another tool; 8,178 of 8,181 real steps have Transitions.',
    files: [
      'sascham__connect-contact-flow-comparison-github-action__001.json',
      'sascham__connect-contact-flow-comparison-github-action__002.json',
    ],
  },
  'publish/undeclared-error': {
    why: 'Written by a model: an error branch that no exported step of the type has.',
    files: [
      'Richard1007__claude-connect-skills__h008.json',
      'ippei2480__connect-blueprint__h004.json',
      'ippei2480__connect-blueprint__h006.json',
      'ippei2480__connect-blueprint__h008.json',
      'ippei2480__connect-blueprint__h012.json',
    ],
  },
  'publish/unknown-parameter': {
    why: 'Written by a model: names that live instances refuse.',
    files: [
      'aws-samples__sample-aicc-builder-for-amazon-connect-ai-agent__003.json',
      'ippei2480__connect-blueprint__h001.json',
      'ippei2480__connect-blueprint__h002.json',
      'ippei2480__connect-blueprint__h003.json',
      'ippei2480__connect-blueprint__h004.json',
      'ippei2480__connect-blueprint__h005.json',
      'ippei2480__connect-blueprint__h006.json',
      'ippei2480__connect-blueprint__h007.json',
      'ippei2480__connect-blueprint__h008.json',
      'ippei2480__connect-blueprint__h009.json',
      'ippei2480__connect-blueprint__h010.json',
      'ippei2480__connect-blueprint__h011.json',
      'ippei2480__connect-blueprint__h012.json',
    ],
  },
};
