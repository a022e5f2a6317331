/** Joins the telephone's line, its sounds and what it shows. */
import { useEffect, useMemo, useReducer, useRef, useState } from 'react';
import { TELEPHONE_PATH } from '../../addresses.ts';
import type { TelephoneHears, TelephoneSays } from '../../protocol.ts';
import { type Connection, connect } from '../connection/socket.ts';
import { atRest, type CallState, callAfter } from './call-state.ts';
import { createMicrophone, type MicrophoneState } from './microphone.ts';
import { createPlayer, type Player } from './player.ts';
import { createTones, type Tones } from './tones.ts';

export interface Telephone {
  readonly state: CallState;
  readonly microphone: MicrophoneState;
  /** @param from undefined withholds the number */
  call(to: string, from: string | undefined): void;
  press(key: string): void;
  /** In writing. */
  say(text: string): void;
  /** Where the centre can call this telephone. */
  reachableAt(number: string): void;
  answer(): void;
  decline(): void;
  hangUp(): void;
  mute(muted: boolean): void;
}

interface Parts {
  readonly tones: Tones;
  readonly player: Player;
  readonly line: Connection<TelephoneSays>;
}

export function useTelephone(): Telephone {
  const [state, happen] = useReducer(callAfter, atRest);
  const [microphone, setMicrophone] = useState<MicrophoneState>('off');
  const parts = useRef<Parts>(undefined);
  /** Whether this call was dialled with a voice. */
  const reports = useRef(false);

  useEffect(() => {
    const tones = createTones();
    let stopRinging: (() => void) | undefined;
    const ring = (on: boolean): void => {
      stopRinging?.();
      stopRinging = on ? tones.ringback() : undefined;
    };
    const player = createPlayer(tones, (promptId) => {
      if (reports.current) line.send({ type: 'playback-ended', promptId });
    });
    const ear = createMicrophone({
      send: (data) => line.send({ type: 'sound', data }),
      told: setMicrophone,
    });
    const sound = (message: TelephoneHears): void => {
      if (message.type === 'ringing' || message.type === 'called') {
        ring(true);
      } else if (message.type === 'picked-up' || message.type === 'called-no-more') {
        ring(false);
      } else if (message.type === 'prompt') {
        ring(false);
        player.play(message);
      } else if (message.type === 'prompt-stopped') {
        player.stop(message.promptId);
      } else if (message.type === 'listening' || message.type === 'queued') {
        ring(false);
      } else if (message.type === 'recording') {
        if (message.on) ear.open();
        else ear.close();
      } else if (message.type === 'connected' || message.type === 'ended') {
        ring(false);
        player.silence();
        ear.close();
      }
    };
    const line = connect<TelephoneSays, TelephoneHears>(TELEPHONE_PATH, {
      heard(message) {
        sound(message);
        happen({ kind: 'heard', message, nowMs: Date.now() });
      },
      lost() {
        ring(false);
        player.silence();
        ear.close();
        happen({ kind: 'link-lost', nowMs: Date.now() });
      },
    });
    parts.current = { tones, player, line };
    return () => {
      ring(false);
      player.silence();
      ear.close();
      line.close();
    };
  }, []);

  const actions = useMemo(() => {
    /** A telephone without a voice cannot tell when it has played a prompt. */
    const playback = () => {
      reports.current = parts.current?.player.hasVoice() ?? false;
      return reports.current ? 'reported' : 'estimated';
    };
    return {
      call(to: string, from: string | undefined) {
        parts.current?.line.send({
          type: 'dial',
          to,
          ...(from === undefined ? {} : { from }),
          playback: playback(),
        });
      },
      reachableAt(number: string) {
        parts.current?.line.send({ type: 'reachable-at', number });
      },
      answer() {
        parts.current?.line.send({ type: 'answer', playback: playback() });
      },
      decline() {
        parts.current?.line.send({ type: 'decline' });
      },
      press(key: string) {
        parts.current?.tones.key(key);
        parts.current?.line.send({ type: 'key', key });
      },
      say(text: string) {
        if (parts.current?.line.send({ type: 'words', text }) === true)
          happen({ kind: 'said', text, nowMs: Date.now() });
      },
      hangUp() {
        parts.current?.line.send({ type: 'hang-up' });
      },
      mute(muted: boolean) {
        parts.current?.player.mute(muted);
      },
    };
  }, []);
  return { state, microphone, ...actions };
}
