/** One AWS service behind the local endpoint, and who is calling it. */

/** The answer to "may this caller do this?", with AWS's own sentence when not. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly message: string };

/** Who signed a request: a function in its role, or the person at the machine (any unknown access key). */
export interface Principal {
  /** E.g. `arn:aws:sts::000000000000:assumed-role/role-name/function-name`. */
  readonly arn: string;
  /**
   * Decides one action on one resource from the identity policies of the principal.
   * @param action e.g. `dynamodb:GetItem`
   * @param resource the ARN, that of the index where an index is read
   * @param context condition keys of the request, e.g. `dynamodb:LeadingKeys`
   */
  decide(
    action: string,
    resource: string,
    context?: Readonly<Record<string, string | readonly string[]>>,
  ): Decision;
}

/** A request as it arrived on the wire. */
export interface AwsRequest {
  readonly method: string;
  /** Path without the query, still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly principal: Principal;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** A simulated service. `signingName` is the service in the request's SigV4 scope (`dynamodb`, `connect`, …). */
export interface AwsService {
  readonly signingName: string;
  handle(request: AwsRequest): AwsResponse | Promise<AwsResponse>;
}
