/** The map of a call: the flow that runs, followed through transfers and modules, with a trail to go back. */
import './map.css';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { FlowView } from './flow-view.tsx';
import { useFlow } from './use-flow.ts';
import { placeOf, stretchesOf, type Walk } from './walk.ts';

interface CallMapProps {
  readonly walk: Walk | undefined;
  /** The flow to show while there is no call. */
  readonly otherwise: string | undefined;
}

/** Give it the contact's id as its key: another call is looked at from its beginning. */
export function CallMap({ walk, otherwise }: CallMapProps): ReactNode {
  const [looking, setLooking] = useState<string>();
  const [follow, setFollow] = useState(true);
  const place = walk === undefined ? undefined : placeOf(walk);
  const here = place?.flow ?? otherwise;
  const shown = looking ?? here;
  const { value: flow, failure } = useFlow(shown);
  const stretches = walk === undefined ? [] : stretchesOf(walk);
  const going = walk?.progress.contact.going === true;

  // A long way is read from its end.
  const trail = useRef<HTMLElement>(null);
  const length = stretches.length;
  useEffect(() => {
    if (length > 0) trail.current?.scrollTo({ left: trail.current.scrollWidth });
  }, [length]);

  const openFlow = useCallback((name: string) => {
    setLooking(name);
    setFollow(false);
  }, []);
  const moved = useCallback(() => setFollow(false), []);

  return (
    <section className="map card" aria-labelledby="map-title">
      <header className="map-head">
        <h2 id="map-title">{shown ?? 'Flow map'}</h2>
        {walk !== undefined && (
          <button
            type="button"
            className="map-follow"
            aria-pressed={follow}
            onClick={() => {
              setLooking(undefined);
              setFollow(true);
            }}
          >
            {going ? 'Follow the call' : 'Where it ended'}
          </button>
        )}
      </header>
      {stretches.length > 0 && (
        <nav ref={trail} className="trail" aria-label="Flows of this call">
          <ol>
            {stretches.map(({ flow: name, firstOrder }) => (
              <li key={firstOrder}>
                <button
                  type="button"
                  aria-current={name === shown ? 'true' : undefined}
                  onClick={() => openFlow(name)}
                >
                  {name}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {failure !== undefined && <p className="notice notice-wrong">{failure}</p>}
      {flow !== undefined && (
        <FlowView
          flow={flow}
          walk={walk}
          current={place?.flow === flow.name ? place.step : undefined}
          ended={!going}
          follow={follow}
          moved={moved}
          openFlow={openFlow}
        />
      )}
    </section>
  );
}
