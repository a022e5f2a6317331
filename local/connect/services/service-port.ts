/** How the local instance answers blocks that ask other services: from what the template has, and otherwise with a failure. */
import type { AskEffect, ServiceReply } from '../../../engine/contact/driver.ts';
import type { ConnectState } from '../state.ts';
import { refused, textOf, unknown } from './answers.ts';
import { askCases } from './cases.ts';
import { askDataTables } from './data-tables.ts';
import { encryptInput } from './input-encryption.ts';
import { askProfiles } from './profiles.ts';

/** Views of AWS are there on every instance. */
const OF_AWS = /^arn:aws[-a-z]*:connect:[-a-z0-9]*:aws:view\//;

/** The `ask` port of the engine's drivers. */
export const servicePort =
  (state: ConnectState) =>
  async (request: AskEffect, nowMs: number): Promise<ServiceReply> => {
    const { input, operation, service } = request;
    switch (service) {
      case 'cases':
        return { answer: askCases(state.services, operation, input, nowMs) };
      case 'customer-profiles':
        return { answer: askProfiles(state.services, operation, input) };
      case 'data-tables':
        return { answer: askDataTables(state.services, operation, input) };
      case 'input-encryption':
        return { answer: await encryptInput(state.securityKeys, input, nowMs) };
      case 'views': {
        const id = textOf(input['viewId']);
        const isThere = OF_AWS.test(id) || state.views.find(id.replace(/:[^/:]+$/, '')) !== undefined;
        // Nobody reads it here: an answer comes by an event, or the block's time passes.
        return isThere ? 'left-open' : { answer: unknown(`view '${id}'`) };
      }
      default:
        return {
          answer: refused('failed', `the local instance has no ${service} (ResourceNotFoundException)`),
        };
    }
  };
