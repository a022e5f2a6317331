/** The picture of one flow: to be panned, zoomed, and walked with the keyboard. */
import '@xyflow/react/dist/base.css';
import { Background, Controls, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ShownFlow } from '../../flow-shown.ts';
import { lookAt } from './around.ts';
import { BranchLine, type BranchLineType } from './branch-line.tsx';
import { type FlowLayout, STEP_HEIGHT, STEP_WIDTH } from './flow-layout.ts';
import { stepBeside } from './keys.ts';
import { MapContext, type MapState, wayThrough } from './map-state.ts';
import { StepNode, type StepNodeType } from './step-node.tsx';
import { useLayout } from './use-layout.ts';
import type { Walk } from './walk.ts';

const NODE_TYPES = { step: StepNode };
const EDGE_TYPES = { branch: BranchLine };
const MOVE_MS = 350;
/** Steps can be read at this size; a whole large flow cannot. */
const READING_ZOOM = 0.9;
/** Of more steps than this only those in sight are made: making all would hold up the page. */
const STEPS_MADE_MAX = 120;
/** A flow that can be shown whole at this size is. */
const SMALLEST_ZOOM = 0.72;

interface FlowCanvasProps {
  readonly flow: ShownFlow;
  readonly walk: Walk | undefined;
  readonly taken: ReadonlyMap<string, number> | undefined;
  /** The step that runs, or in which the contact ended. */
  readonly current: string | undefined;
  readonly ended: boolean;
  readonly selected: string | undefined;
  /** Keep the current step in view. */
  readonly follow: boolean;
  /** The person has moved the picture. */
  readonly moved: () => void;
  readonly choose: (step: string | undefined) => void;
}

export function FlowCanvas(props: FlowCanvasProps): ReactNode {
  const layout = useLayout(props.flow);
  if (layout === undefined) return <section className="canvas" aria-busy="true" />;
  return (
    // A new flow is a new picture: nothing of the old one's place or size is right for it.
    <ReactFlowProvider key={props.flow.name}>
      <Picture {...props} layout={layout} />
    </ReactFlowProvider>
  );
}

function Picture({
  flow,
  walk,
  taken,
  current,
  ended,
  selected,
  follow,
  moved,
  choose,
  layout,
}: FlowCanvasProps & { readonly layout: FlowLayout }): ReactNode {
  const { setCenter, getZoom } = useReactFlow();
  const frame = useRef<HTMLElement>(null);
  const [focused, setFocused] = useState(current ?? flow.start);
  const cameFrom = useRef<string>(undefined);

  const nodes = useMemo<StepNodeType[]>(() => {
    const steps = new Map(flow.steps.map((step) => [step.id, step]));
    return layout.steps.flatMap(({ id, x, y }) => {
      const step = steps.get(id);
      if (step === undefined) return [];
      const size = { width: STEP_WIDTH, height: STEP_HEIGHT };
      return [
        {
          id,
          type: 'step',
          position: { x, y },
          ...size,
          data: { step, isStart: id === flow.start },
        } as const,
      ];
    });
  }, [flow, layout]);
  const edges = useMemo<BranchLineType[]>(
    () =>
      layout.lines.map((line) => ({
        id: line.id,
        type: 'branch',
        source: line.from,
        target: line.to,
        data: { line },
      })),
    [layout],
  );
  const wanted = useRef<string>(undefined);
  const arrived = useCallback((step: string, button: HTMLElement) => {
    if (wanted.current !== step) return;
    wanted.current = undefined;
    button.focus({ preventScroll: true });
  }, []);
  const way = useMemo(() => wayThrough(flow.name, walk), [flow, walk]);
  const state = useMemo<MapState>(
    () => ({
      ...way,
      taken,
      current,
      ended,
      selected,
      focused,
      arrived,
      choose(step) {
        setFocused(step);
        choose(step);
      },
    }),
    [way, taken, current, ended, selected, focused, arrived, choose],
  );

  function show(step: string, withNeighbours = false): void {
    const place = layout.steps.find(({ id }) => id === step);
    if (place === undefined || frame.current === null) return;
    const { clientWidth: width, clientHeight: height } = frame.current;
    const look = withNeighbours ? lookAt(flow, layout, step, { width, height }) : undefined;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    void setCenter(look?.x ?? place.x + STEP_WIDTH / 2, look?.y ?? place.y + STEP_HEIGHT / 2, {
      zoom: look?.zoom ?? getZoom(),
      duration: still ? 0 : MOVE_MS,
    });
  }
  const showing = useRef(show);
  showing.current = show;

  const subject = selected ?? (follow ? current : undefined);
  const centred = useRef<string>(undefined);
  const looksAround = useRef(true);
  useEffect(() => {
    centred.current = subject;
    looksAround.current = selected === undefined;
    if (subject !== undefined) showing.current(subject, selected === undefined);
  }, [subject, selected]);
  // A panel that opens, or a window that changes, must not push out of sight what is looked at.
  useEffect(() => {
    const observer = new ResizeObserver(() => {
      if (centred.current !== undefined) showing.current(centred.current, looksAround.current);
    });
    if (frame.current !== null) observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);

  function walkOn(event: KeyboardEvent): void {
    if (event.key === 'Escape' && selected !== undefined) {
      choose(undefined);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = stepBeside(flow, layout, focused, event.key, cameFrom.current);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowRight') cameFrom.current = focused;
    else if (event.key === 'ArrowLeft') cameFrom.current = undefined;
    setFocused(next);
    wanted.current = next;
    moved();
    showing.current(next);
    const buttons = frame.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [];
    // One that is out of sight takes the focus when it comes into sight.
    for (const button of buttons) if (button.dataset['step'] === next) arrived(next, button);
  }

  const first = layout.steps.find(({ id }) => id === (current ?? flow.start));
  return (
    <MapContext value={state}>
      <section
        ref={frame}
        className="canvas"
        aria-label={`Map of ${flow.name}. Arrow keys walk along the branches, Enter opens a step.`}
        data-layout-ms={Math.round(layout.tookMs)}
        onKeyDown={walkOn}
      >
        <svg className="hidden" aria-hidden="true">
          <defs>
            <Tip id="tip" />
            <Tip id="tip-walked" />
          </defs>
        </svg>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          onlyRenderVisibleElements={flow.steps.length > STEPS_MADE_MAX}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          onInit={({ setViewport }) => {
            if (first === undefined || frame.current === null) return;
            const { clientWidth, clientHeight } = frame.current;
            // All of a small flow; of a large one its beginning, or where the call is, at a size that can be read.
            const whole = Math.min(clientWidth / layout.width, clientHeight / layout.height);
            const zoom = whole >= SMALLEST_ZOOM ? Math.min(READING_ZOOM, whole) : READING_ZOOM;
            const frameSize = { width: clientWidth, height: clientHeight };
            const look = lookAt(flow, layout, first.id, frameSize) ?? { ...first, zoom };
            void setViewport(
              whole >= SMALLEST_ZOOM
                ? {
                    x: (clientWidth - layout.width * zoom) / 2,
                    y: Math.max(0, (clientHeight - layout.height * zoom) / 2),
                    zoom,
                  }
                : {
                    x: Math.min(16, clientWidth / 2 - look.x * look.zoom),
                    y: clientHeight / 2 - look.y * look.zoom,
                    zoom: look.zoom,
                  },
            );
          }}
          onMoveStart={(event) => {
            // Moves of our own have no event.
            if (event !== null) moved();
          }}
          minZoom={0.05}
          maxZoom={1.6}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          zoomOnDoubleClick={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode={null}
          multiSelectionKeyCode={null}
          panActivationKeyCode={null}
          zoomActivationKeyCode={null}
        >
          <Background gap={24} size={1.4} />
          <Controls showInteractive={false} fitViewOptions={{ padding: 0.05, minZoom: 0.05 }} />
        </ReactFlow>
      </section>
    </MapContext>
  );
}

const Tip = ({ id }: { readonly id: string }): ReactNode => (
  <marker
    id={id}
    viewBox="0 0 8 8"
    refX="7"
    refY="4"
    markerWidth="8"
    markerHeight="8"
    markerUnits="userSpaceOnUse"
    orient="auto"
  >
    <path d="M0 0.6 7.4 4 0 7.4Z" />
  </marker>
);
