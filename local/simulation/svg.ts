/** Plots as SVG by hand: an axis, bars, lines and points; colours come from the page that shows them. */

export interface Plot {
  /** What the plot shows, for who cannot see it too. */
  readonly title: string;
  readonly labels: readonly string[];
  readonly unit: string;
  readonly bars?: Series;
  readonly lines?: readonly Series[];
  readonly points?: readonly Series[];
  /** A level across the whole plot. */
  readonly level?: { readonly name: string; readonly value: number };
  /** The axis goes at least so far. */
  readonly max?: number;
}

export interface Series {
  readonly name: string;
  /** Class of the page's style: its colour. */
  readonly tone: 'one' | 'two' | 'three';
  /** Undefined: there is nothing to show here. */
  readonly values: readonly (number | undefined)[];
}

const WIDTH = 760;
const HEIGHT = 260;
const LEFT = 46;
const RIGHT = 8;
const TOP = 12;
const BOTTOM = 28;
const LABELS_MAX = 16;
const TICKS = 4;
/** Below this a plot shows nothing. */
const SMALLEST = 1e-3;

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const round = (value: number): string => String(Math.round(value * 100) / 100);

/** The next round number of ticks above the highest value. */
export function axisMax(highest: number): number {
  if (!(highest > SMALLEST)) return TICKS;
  const step = highest / TICKS;
  const power = 10 ** Math.floor(Math.log10(step));
  const nice = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= step - 1e-9) ?? 10;
  return Math.round(nice * power * TICKS * 1e6) / 1e6;
}

export function plotSvg({
  title,
  labels,
  unit,
  bars,
  lines = [],
  points = [],
  level,
  max = 0,
}: Plot): string {
  const all = [...(bars === undefined ? [] : [bars]), ...lines, ...points].flatMap(({ values }) => values);
  const numbers = all.filter((value) => value !== undefined);
  const top = axisMax(Math.max(max, level?.value ?? 0, ...numbers, 0));
  const width = (WIDTH - LEFT - RIGHT) / Math.max(1, labels.length);
  const x = (index: number) => LEFT + (index + 0.5) * width;
  const y = (value: number) => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const skip = Math.ceil(labels.length / LABELS_MAX);
  const said = (name: string, index: number, value: number) =>
    `<title>${escaped(`${labels[index] ?? ''}: ${name} ${round(value)}${unit === '' ? '' : ` ${unit}`}`)}</title>`;
  const dots = ({ name, tone, values }: Series, aside: number) =>
    values.map((value, index) =>
      value === undefined
        ? ''
        : `<circle class="${tone}" cx="${round(x(index) + aside)}" cy="${round(y(value))}" r="4">${said(name, index, value)}</circle>`,
    );
  const parts = [
    ...Array.from({ length: TICKS + 1 }, (_, tick) => {
      const value = (top * tick) / TICKS;
      return `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}"/><text class="tick" x="${LEFT - 6}" y="${round(y(value) + 4)}" text-anchor="end">${round(value)}</text>`;
    }),
    ...labels.map((label, index) =>
      index % skip === 0
        ? `<text class="tick" x="${round(x(index))}" y="${HEIGHT - 8}" text-anchor="middle">${escaped(label)}</text>`
        : '',
    ),
    ...(bars?.values ?? []).map((value, index) =>
      value === undefined
        ? ''
        : `<rect class="${bars?.tone ?? 'one'}" x="${round(x(index) - width * 0.36)}" y="${round(y(value))}" width="${round(width * 0.72)}" height="${round(y(0) - y(value))}" rx="2">${said(bars?.name ?? '', index, value)}</rect>`,
    ),
    ...lines.map(({ tone, values }) => {
      const drawn = values.flatMap((value, index) =>
        value === undefined ? [] : [`${round(x(index))},${round(y(value))}`],
      );
      return `<polyline class="${tone}" points="${drawn.join(' ')}"/>`;
    }),
    ...lines.flatMap((line) => dots(line, 0)),
    // Side by side, so that equal ones do not hide each other.
    ...points.flatMap((series, at) => dots(series, (at - (points.length - 1) / 2) * width * 0.26)),
    level === undefined
      ? ''
      : `<line class="level" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(level.value))}" y2="${round(y(level.value))}"/>`,
  ];
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}">${parts.join('')}</svg>`;
}

/** What the colours and shapes of a plot mean; one series alone needs none, its title says it. */
export function legend({ bars, lines = [], points = [], level }: Plot): string {
  const items = [
    ...(bars === undefined ? [] : [`<li><i class="bar ${bars.tone}"></i>${escaped(bars.name)}</li>`]),
    ...lines.map(({ name, tone }) => `<li><i class="line ${tone}"></i>${escaped(name)}</li>`),
    ...points.map(({ name, tone }) => `<li><i class="point ${tone}"></i>${escaped(name)}</li>`),
    ...(level === undefined ? [] : [`<li><i class="line level"></i>${escaped(level.name)}</li>`]),
  ];
  return items.length < 2 ? '' : `<ul class="legend">${items.join('')}</ul>`;
}
