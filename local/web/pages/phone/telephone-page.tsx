/** The telephone: handset on one side, everything that was said on the other. */
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { readTelephoneNumber, shownNumber } from '../../telephone-number.ts';
import { useFlows } from '../connection/use-flows.ts';
import { useStack } from '../connection/use-stack.ts';
import { useWatch } from '../connection/use-watch.ts';
import { HangUpSign, SpeakerSign } from '../look/icons.tsx';
import { Top } from '../look/top.tsx';
import { inCall } from './call-state.ts';
import { CalledForm } from './called-form.tsx';
import { rememberedCaller } from './caller.ts';
import { DemoCallers } from './demo-callers.tsx';
import { DialForm } from './dial-form.tsx';
import { Display } from './display.tsx';
import { Keypad } from './keypad.tsx';
import { Spoken } from './spoken.tsx';
import { TextMessages } from './text-messages.tsx';
import { Transcript } from './transcript.tsx';
import { useTelephone } from './use-telephone.ts';
import { useWide } from './use-wide.ts';

/** The map's libraries are larger than everything else here: the telephone does not wait for them. */
const CallMap = lazy(async () => ({ default: (await import('../map/call-map.tsx')).CallMap }));

export function TelephonePage(): ReactNode {
  const telephone = useTelephone();
  const { state, microphone, call, press, say, reachableAt, answer, decline, hangUp, mute } = telephone;
  const [muted, setMuted] = useState(false);
  const handset = useRef<HTMLElement>(null);
  const wasCalling = useRef(false);
  const calling = inCall(state);
  const [caller, setCaller] = useState(rememberedCaller);
  const { stack } = useStack();
  const { walk } = useWatch(state.contactId);
  const { value: flows } = useFlows();
  const wide = useWide();
  const [tab, setTab] = useState<'transcript' | 'map'>('transcript');

  // Form and keypad take turns: the keyboard stays at the handset, wherever the button that was pressed has gone.
  useEffect(() => {
    if (calling !== wasCalling.current) handset.current?.focus({ preventScroll: true });
    wasCalling.current = calling;
  }, [calling]);

  // The centre calls people back at the number that they call from.
  const isOpen = state.link === 'open';
  useEffect(() => {
    if (isOpen && readTelephoneNumber(caller.number).kind === 'number') reachableAt(caller.number);
  }, [isOpen, caller.number, reachableAt]);

  const toggleMute = useCallback(() => {
    mute(!muted);
    setMuted(!muted);
  }, [mute, muted]);

  return (
    <>
      <Top here="/phone" />
      <main className="telephone">
        <h1 className="hidden">Telephone</h1>
        <section ref={handset} tabIndex={-1} className="handset card" aria-label="Telephone">
          <Display state={state} />
          <div role="alert">
            {state.link === 'lost' && (
              <p className="notice notice-wrong">
                The contact centre does not answer. Start it with npm start: this page finds it again by
                itself.
              </p>
            )}
            {state.refusal !== undefined && <p className="notice notice-wrong">{state.refusal}</p>}
          </div>
          {state.phase === 'called' && <CalledForm answer={answer} decline={decline} />}
          {!calling && state.phase !== 'called' && (
            <DialForm
              numbers={state.numbers}
              ready={state.link === 'open'}
              caller={caller}
              setCaller={setCaller}
              call={call}
            />
          )}
          {calling && (state.recorded || state.listening?.words === true) && (
            <Spoken isRecorded={state.recorded} microphone={microphone} say={say} />
          )}
          {calling && <Keypad press={press} />}
          <div className="handset-foot">
            {calling && (
              <button
                type="button"
                className="button button-stop"
                // The second click of a double click on Call is not meant for this button.
                onClick={({ detail }) => {
                  if (detail < 2) hangUp();
                }}
              >
                <HangUpSign />
                Hang up
              </button>
            )}
            <button
              type="button"
              className="button button-plain handset-mute"
              aria-pressed={muted}
              onClick={toggleMute}
            >
              <SpeakerSign muted={muted} />
              Mute voice
            </button>
          </div>
        </section>
        <div className="beside">
          {!wide && (
            <fieldset className="either either-wide">
              <legend className="hidden">Beside the telephone</legend>
              {(['transcript', 'map'] as const).map((kind) => (
                <label key={kind}>
                  <input type="radio" name="beside" checked={tab === kind} onChange={() => setTab(kind)} />
                  <span>{kind === 'map' ? 'Flow map' : 'Transcript'}</span>
                </label>
              ))}
            </fieldset>
          )}
          {(wide || tab === 'transcript') && (
            <Transcript state={state}>
              <TextMessages number={caller.number} />
              {!calling && stack?.demoCallers !== undefined && stack.demoCallers.length > 0 && (
                <DemoCallers
                  callers={stack.demoCallers}
                  current={caller.withheld ? '' : caller.number.replaceAll(' ', '')}
                  choose={(number) => setCaller({ number: shownNumber(number), withheld: false })}
                />
              )}
            </Transcript>
          )}
          {(wide || tab === 'map') && (
            <Suspense fallback={<section className="map card" aria-busy="true" aria-label="Flow map" />}>
              <CallMap
                key={state.contactId ?? ''}
                walk={walk}
                otherwise={flows?.find(({ answers }) => answers.length > 0)?.name}
              />
            </Suspense>
          )}
        </div>
      </main>
    </>
  );
}
