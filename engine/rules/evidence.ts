/** The sources that rules name, spelt once. */

const GUIDES = 'https://docs.aws.amazon.com/connect/latest';

/** A page of the developer guide, where the Flow language is described. */
export const devguide = (page: string): string => `${GUIDES}/devguide/${page}.html`;
/** A page of the administrator guide. */
export const adminguide = (page: string): string => `${GUIDES}/adminguide/${page}.html`;
/** A page of the API reference. */
export const apiReference = (page: string): string => `${GUIDES}/APIReference/${page}.html`;

/** People who sent flows to live instances and published the answers. */
export const REPORTS = {
  flowAsCode: 'live: flow-as-code/flow-as-code, conformance/flow-language/actions.md',
  wireFormat: 'live: mgaffigan/pulumi-amazon-connect, docs/wire-format-checks.md',
  builder: 'live: aws-samples/sample-aicc-builder-for-amazon-connect-ai-agent, pull request 13',
  aboutErrors: 'live: outboundani/amazon-connect-mcp, src/about.js',
  engineeringNotes: 'live: evwalt/amazon-connect-contact-center, docs/ENGINEERING_NOTES.md',
  smartcx: 'live: fitthejob/smartcx-demo, docs/connect-flow-json-reference.md',
  posture: 'aws-samples/sample-amazon-connect-posture-assessment, docs/check-catalog.md',
  inClear: 'customer-dynamics/c3-amazon-connect, flows that keep card data unencrypted',
  hungUp: 'aws-samples/sample-restaurant-telephony-ai-host, which hangs up on callers who ask for a person',
} as const;
