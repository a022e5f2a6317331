/** The recordings of the instance by their names, read once and kept for a while. */
import { type ConnectClient, ListPromptsCommand } from '@aws-sdk/client-connect';
import { Fault } from '../runtime/fault.ts';

const PAGE = 1_000;
/** A deployment may have brought other recordings while this function stayed warm. */
const KEPT_MS = 15 * 60_000;

export class Recordings {
  readonly #client: ConnectClient;
  readonly #pagesMax: number;
  #kept:
    | { readonly arns: ReadonlyMap<string, string>; readonly instanceArn: string; readonly atMs: number }
    | undefined;

  constructor(client: ConnectClient, pagesMax: number) {
    this.#client = client;
    this.#pagesMax = pagesMax;
  }

  /** Name → ARN of the prompts. */
  async of(instanceArn: string, nowMs: number, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const kept = this.#kept;
    if (kept?.instanceArn === instanceArn && nowMs - kept.atMs < KEPT_MS) return kept.arns;
    const arns = await this.#read(instanceArn, signal);
    this.#kept = { arns, instanceArn, atMs: nowMs };
    return arns;
  }

  async #read(instanceArn: string, signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const instanceId = instanceArn.split('/').at(-1);
    if (instanceId === undefined || instanceId === '')
      throw new Fault(
        'the ARN of the instance has no id; only a contact flow of Amazon Connect calls this function',
      );
    const arns = new Map<string, string>();
    let token: string | undefined;
    for (let page = 0; page < this.#pagesMax; page += 1) {
      const answer = await this.#client.send(
        new ListPromptsCommand({
          InstanceId: instanceId,
          MaxResults: PAGE,
          ...(token === undefined ? {} : { NextToken: token }),
        }),
        { abortSignal: signal },
      );
      for (const { Name, Arn } of answer.PromptSummaryList ?? [])
        if (Name !== undefined && Arn !== undefined) arns.set(Name, Arn);
      token = answer.NextToken;
      if (token === undefined) break;
    }
    return arns;
  }
}
