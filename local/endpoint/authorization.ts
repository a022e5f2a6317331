/** Reads who signed a request, and for which service, from its SigV4 `Authorization` header. */

/** The credential scope of a signed request. */
export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  /** The signing name, e.g. `dynamodb`. */
  readonly service: string;
}

/** What the header says; `malformed` carries a sentence as AWS says it. */
export type Authorization =
  | { readonly kind: 'signed'; readonly scope: CredentialScope }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'malformed'; readonly message: string };

const algorithm = 'AWS4-HMAC-SHA256';

/**
 * Parses the header; the signature itself is not verified, since any key is welcome on this machine
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 */
export function parseAuthorization(header: string | undefined): Authorization {
  if (header === undefined || header.trim() === '') return { kind: 'unsigned' };
  const [scheme = '', ...rest] = header.trim().split(/\s+/);
  if (scheme !== algorithm) {
    return {
      kind: 'malformed',
      message: `Unsupported signing algorithm '${clipped(scheme)}'; use ${algorithm}.`,
    };
  }
  const fields = new Map(
    rest
      .join('')
      .split(',')
      .map((field) => {
        const equals = field.indexOf('=');
        return [field.slice(0, Math.max(equals, 0)), field.slice(equals + 1)] as const;
      }),
  );
  const missing = ['Credential', 'Signature', 'SignedHeaders'].filter((name) => !fields.get(name));
  if (missing.length > 0) {
    const sentences = missing.map((name) => `Authorization header requires '${name}' parameter.`);
    return { kind: 'malformed', message: sentences.join(' ') };
  }
  const credential = fields.get('Credential') ?? '';
  const parts = credential.split('/');
  const [accessKeyId = '', date = '', region = '', service = '', terminator] = parts;
  if (
    parts.length !== 5 ||
    accessKeyId === '' ||
    !/^\d{8}$/.test(date) ||
    region === '' ||
    !/^[a-z0-9-]+$/i.test(service) ||
    terminator !== 'aws4_request'
  ) {
    return {
      kind: 'malformed',
      message: `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/aws4_request, got: '${clipped(credential)}'`,
    };
  }
  return { kind: 'signed', scope: { accessKeyId, region, service } };
}

/** A signed link says in its query what other requests say in their header (AmazonS3/latest/API/sigv4-query-string-auth). */
export function authorizationOfLink(query: URLSearchParams): string | undefined {
  const [credential, headers, signature] = ['Credential', 'SignedHeaders', 'Signature'].map((name) =>
    query.get(`X-Amz-${name}`),
  );
  if (!credential || !headers || !signature) return undefined;
  return `${algorithm} Credential=${credential}, SignedHeaders=${headers}, Signature=${signature}`;
}

function clipped(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
