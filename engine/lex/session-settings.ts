/** How long a bot waits and how keys are taken, as session attributes say (lexv2/session-attribs-speech, -dtmf). */

export interface SessionSettings {
  /** Silence before the caller begins, ms. */
  readonly silenceMs: number;
  /** Pause after a key, ms. */
  readonly pauseMs: number;
  readonly endKey: string;
  readonly deleteKey: string;
  readonly keysMax: number;
}

/** Speech longer than this is refused by the block (adminguide/get-customer-input). */
const SPEECH_MS_MAX = 15_000;

/** @returns one sentence where a setting cannot be used. */
export function settingsFor(
  attributes: Readonly<Record<string, string>>,
  intent: string | undefined,
  slot: string | undefined,
): SessionSettings | string {
  const setting = (name: string, otherwise: string): string => {
    const places = [
      [intent ?? '*', slot ?? '*'],
      [intent ?? '*', '*'],
      ['*', '*'],
    ];
    for (const place of places) {
      const value = attributes[['x-amz-lex', ...name.split(':'), ...place].join(':')];
      if (value !== undefined) return value;
    }
    return otherwise;
  };
  const number = (name: string, otherwise: number): number => Number(setting(name, String(otherwise)));
  const speechMs = number('audio:max-length-ms', 12_000);
  if (!(speechMs <= SPEECH_MS_MAX)) {
    return `x-amz-lex:audio:max-length-ms is ${setting('audio:max-length-ms', '')}; ${SPEECH_MS_MAX} at most are allowed`;
  }
  const settings = {
    silenceMs: number('audio:start-timeout-ms', 3_000),
    pauseMs: number('dtmf:end-timeout-ms', 5_000),
    endKey: setting('dtmf:end-character', '#'),
    deleteKey: setting('dtmf:deletion-character', '*'),
    keysMax: number('dtmf:max-length', 1_024),
  };
  const bad = [settings.silenceMs, settings.pauseMs, settings.keysMax].some(
    (value) => !(value > 0 && value < 1e9),
  );
  return bad ? 'a time or length among the session attributes is no number above 0' : settings;
}
