/** Draws a caller's way as a strip of scenes: what is heard, what is pressed, and which functions work behind it. */
import type { Answer, Scene } from './walk.ts';

const CARD_WIDTH = 250;
const GAP = 34;
const PER_ROW = 4;
const MARGIN = 24;
const PADDING = 14;
const TITLE_HEIGHT = 56;
const LINE = 17;
/** Lines of words in a scene; more are cut, for a picture is no transcript. */
const LINES_MAX = 7;
const CHIP = 24;
const WORDS_SIZE = 13;
const CHIP_SIZE = 12.5;
const INNER_WIDTH = CARD_WIDTH - 2 * PADDING;
const CHIP_WORDS_WIDTH = INNER_WIDTH - 18;

const INK = '#1c2530';
const SOFT = '#5b6775';
const LINE_COLOUR = '#d5dbe3';
const ACCENT = '#0b6e69';
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** A choice of a menu as it stands in its words: `To order, press 2.` */
const CHOICE = /^(?:For|To|If your problem is about|If|About|At) (.+?), press (?:the )?(\d)\.?$/;

interface Card {
  readonly head: string;
  readonly lines: readonly string[];
  readonly chip: string;
  readonly more: string;
  readonly behind: readonly string[];
}

/** A picture in SVG, the same every time, for light and dark pages. */
export function drawJourney(title: string, scenes: readonly Scene[]): string {
  const cards = scenes.map(cardOf);
  const rows = Array.from({ length: Math.ceil(cards.length / PER_ROW) }, (_, row) =>
    cards.slice(row * PER_ROW, (row + 1) * PER_ROW),
  );
  const columns = Math.min(PER_ROW, cards.length);
  const width = 2 * MARGIN + columns * CARD_WIDTH + (columns - 1) * GAP;
  const parts: string[] = [];
  let y = TITLE_HEIGHT + 8;
  for (const [row, inRow] of rows.entries()) {
    const height = Math.max(...inRow.map(heightOf));
    for (const [column, card] of inRow.entries()) {
      const x = MARGIN + column * (CARD_WIDTH + GAP);
      const number = row * PER_ROW + column + 1;
      parts.push(...drawn(card, { x, y, height }, number));
      if (number < cards.length) parts.push(arrow(x, y, height, column === inRow.length - 1));
    }
    y += height + GAP;
  }
  const height = y - GAP + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}" font-family="${FONT}">`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="14" fill="#f6f8fa" stroke="${LINE_COLOUR}"/>`,
    `<text x="${MARGIN}" y="37" font-size="20" font-weight="600" fill="${INK}">${escaped(`“${title}”`)}</text>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

function cardOf({ flow, functions, texts, answer }: Scene): Card {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s+/));
  const choices = sentences.flatMap((sentence) => {
    const [, label, key] = CHOICE.exec(sentence) ?? [];
    return label === undefined || key === undefined ? [] : [{ label, key }];
  });
  const said = sentences.filter((sentence) => !CHOICE.test(sentence)).join(' ');
  // A menu without words of its own is shown by what can be chosen.
  const lines =
    said === ''
      ? choices.map(({ key, label }) => shortened(`${key}  ${readable(label)}`))
      : wrapped(readable(said));
  const isChosen = ({ key }: { readonly key: string }): boolean =>
    answer.kind === 'key' && key === answer.key;
  const others = answer.kind === 'key' ? choices.filter((choice) => !isChosen(choice)).length : 0;
  return {
    head: flow.replaceAll('-', ' '),
    lines: lines.length > LINES_MAX ? [...lines.slice(0, LINES_MAX - 1), `${lines[LINES_MAX - 1]} …`] : lines,
    chip: chipOf(answer, choices.find(isChosen)?.label),
    more: others === 0 ? '' : `or one of ${others} other key${others === 1 ? '' : 's'}`,
    behind: functions,
  };
}

function chipOf(answer: Answer, label: string | undefined): string {
  if (answer.kind === 'end') return 'the call is over';
  if (answer.kind === 'keys') return `keys ${answer.keys}`;
  const what = label === undefined ? '' : ` ${readable(label)}`;
  return shortened(`${answer.key} ▸${what}`);
}

/** What does not fit ends in three dots. */
function shortened(chip: string): string {
  if (widthOf(chip, CHIP_SIZE, BOLD) <= CHIP_WORDS_WIDTH) return chip;
  const words = chip.split(' ');
  while (words.length > 1 && widthOf(`${words.join(' ')} …`, CHIP_SIZE, BOLD) > CHIP_WORDS_WIDTH) words.pop();
  return `${words.join(' ')} …`;
}

/** Bold letters are so much wider. */
const BOLD = 1.1;

/** How wide a text is at most, in pixels: readers have different letters, and the widest common ones are counted. */
const widthOf = (text: string, size: number, weight = 1): number =>
  [...text].reduce((sum, letter) => sum + emOf(letter), 0) * size * weight;

function emOf(letter: string): number {
  if (/[ijl.,:;'’!|]/.test(letter)) return 0.3;
  if (/[ tfr()‹›-]/.test(letter)) return 0.4;
  if (/[mwMW]/.test(letter)) return 0.95;
  return /[A-Z0-9]/.test(letter) ? 0.68 : 0.62;
}

/** `$.External.orderNumber` is ‹order number›. */
function readable(text: string): string {
  return text.replace(/\$\.\w+(?:\.\w+)*/g, (reference) => {
    const name = reference.slice(reference.lastIndexOf('.') + 1);
    return `‹${name.replace(/([A-Z])/g, ' $1').toLowerCase()}›`;
  });
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`, WORDS_SIZE) <= INNER_WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const heightOf = ({ lines, more, behind }: Card): number =>
  PADDING + 20 + lines.length * LINE + 10 + CHIP + (more === '' ? 0 : 18) + behind.length * 18 + PADDING;

function drawn(
  card: Card,
  { x, y, height }: { x: number; y: number; height: number },
  number: number,
): string[] {
  const left = x + PADDING;
  let top = y + PADDING + 12;
  const text = (words: string, size: number, colour: string, more = ''): string =>
    `<text x="${left}" y="${top}" font-size="${size}" fill="${colour}"${more}>${escaped(words)}</text>`;
  const parts = [
    `<rect x="${x}" y="${y}" width="${CARD_WIDTH}" height="${height}" rx="10" fill="#ffffff" stroke="${LINE_COLOUR}"/>`,
    text(`${number}  ${card.head}`, 12, SOFT, ' font-weight="600" letter-spacing="0.3"'),
  ];
  top += 8;
  for (const line of card.lines) {
    top += LINE;
    parts.push(text(line, WORDS_SIZE, INK));
  }
  top += 12;
  parts.push(
    `<rect x="${left}" y="${top}" width="${CARD_WIDTH - 2 * PADDING}" height="${CHIP}" rx="6" fill="${ACCENT}"/>`,
    `<text x="${left + 9}" y="${top + 16}" font-size="${CHIP_SIZE}" font-weight="600" fill="#ffffff">${escaped(card.chip)}</text>`,
  );
  top += CHIP + 2;
  if (card.more !== '') {
    top += 14;
    parts.push(text(card.more, 11.5, SOFT));
    top += 4;
  }
  for (const name of card.behind) {
    top += 16;
    parts.push(text(`ƒ ${name}`, 11.5, ACCENT, ' font-family="ui-monospace, Menlo, Consolas, monospace"'));
  }
  return parts;
}

/** To the next scene: beside it, or at the beginning of the next row. */
function arrow(x: number, y: number, height: number, isLast: boolean): string {
  const [from, middle] = [x + CARD_WIDTH, y + height / 2];
  if (!isLast)
    return `<path d="M${from + 6} ${middle}h${GAP - 14}m-6 -5l6 5l-6 5" fill="none" stroke="${SOFT}" stroke-width="1.6"/>`;
  const down = y + height;
  return `<path d="M${x + CARD_WIDTH / 2} ${down + 4}v${GAP / 2 - 4}H${MARGIN + CARD_WIDTH / 2}v${GAP / 2 - 6}m-5 -6l5 6l5 -6" fill="none" stroke="${SOFT}" stroke-width="1.6"/>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
