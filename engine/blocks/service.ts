/** The services of the instance that blocks ask beside functions, and how they answer. */
import type { JsonObject } from '../language/json.ts';

/** `email`: templates and the sending of what they make. `input-encryption`: makes ciphertext of keys. `sign-in`: Cognito. `ai-agent`: an agentic application. */
export type ServiceName =
  | 'ai-agent'
  | 'assistant'
  | 'cases'
  | 'customer-profiles'
  | 'data-tables'
  | 'email'
  | 'input-encryption'
  | 'sign-in'
  | 'views';

/** The ways in which a service does not do what it was asked, as far as blocks tell them apart. */
export type ServiceProblem =
  | 'failed'
  | 'none-found'
  | 'multiple-found'
  | 'contact-not-linked'
  | 'not-rendered'
  | 'time-is-up';

/** How a service came back to the flow. */
export type ServiceAnswer =
  /** `outcome`: the way to go on, where the block has conditions, e.g. the action that was chosen in a view. */
  | { readonly kind: 'answered'; readonly values: JsonObject; readonly outcome?: string }
  /** `values`: what was done all the same, e.g. the case to which the contact could not be linked. */
  | {
      readonly kind: 'refused';
      readonly problem: ServiceProblem;
      readonly message: string;
      readonly values?: JsonObject;
    };
