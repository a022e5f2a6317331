/** The caller's voice, for as long as it is recorded: the microphone is asked for then, and let go afterwards. */
import workletAddress from './microphone-worklet.ts?worker&url';

/** `missing` where there is none, or it may not be used. */
export type MicrophoneState = 'off' | 'asked' | 'on' | 'missing';

export interface Microphone {
  open(): void;
  close(): void;
}

interface MicrophoneOptions {
  /** Pieces of µ-law in base64. */
  readonly send: (data: string) => void;
  readonly told: (state: MicrophoneState) => void;
}

export function createMicrophone({ send, told }: MicrophoneOptions): Microphone {
  let wanted = 0;
  let release: (() => void) | undefined;

  async function begin(turn: number): Promise<void> {
    told('asked');
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true } });
    const audio = new AudioContext();
    const letGo = (): void => {
      for (const track of stream.getTracks()) track.stop();
      void audio.close();
    };
    try {
      await audio.audioWorklet.addModule(workletAddress);
    } catch (error) {
      letGo();
      throw error;
    }
    // The message may be over by the time somebody has allowed it.
    if (turn !== wanted) return letGo();
    const sound = new AudioWorkletNode(audio, 'telephone-sound', { numberOfOutputs: 0 });
    sound.port.onmessage = ({ data }: MessageEvent<Uint8Array>) => send(btoa(String.fromCharCode(...data)));
    audio.createMediaStreamSource(stream).connect(sound);
    release = () => {
      sound.port.onmessage = null;
      letGo();
    };
    told('on');
  }

  return {
    open() {
      if (release !== undefined) return;
      wanted += 1;
      const turn = wanted;
      begin(turn).catch(() => {
        if (turn === wanted) told('missing');
      });
    },
    close() {
      wanted += 1;
      release?.();
      release = undefined;
      told('off');
    },
  };
}
