/** Intrinsics that make texts and lists: `Fn::Join`, `Fn::Split`, `Fn::Select`, `Fn::Base64`, `Fn::Cidr` and so on. */
import { shown, wrongAt } from '../template-error.ts';
import { type Call, type Intrinsic, list, parts, text, texts, wholeNumber } from './call.ts';

const join: Intrinsic = (argument, call) => {
  const [delimiter, values] = parts(argument, call, 2);
  if (typeof delimiter !== 'string') {
    throw wrongAt(call.at, `Fn::Join takes a text as its delimiter, not ${shown(delimiter)}`);
  }
  return texts(call.resolve(values, 1), call).join(delimiter);
};

const split: Intrinsic = (argument, call) => {
  const [delimiter, source] = parts(argument, call, 2);
  if (typeof delimiter !== 'string' || delimiter === '') {
    throw wrongAt(call.at, `Fn::Split takes a text as its delimiter, not ${shown(delimiter)}`);
  }
  return text(call.resolve(source, 1), call).split(delimiter);
};

const select: Intrinsic = (argument, call) => {
  const [position, values] = parts(argument, call, 2);
  const index = wholeNumber(call.resolve(position, 0), call);
  const entries = list(call.resolve(values, 1), call);
  const entry = entries[index];
  if (entry === undefined || entry === null) {
    throw wrongAt(call.at, `Fn::Select asks for entry ${index} of a list of ${entries.length}`);
  }
  return entry;
};

const base64: Intrinsic = (argument, call) =>
  Buffer.from(text(call.resolve(argument), call), 'utf8').toString('base64');

const length: Intrinsic = (argument, call) => list(call.resolve(argument), call).length;

const toJsonString: Intrinsic = (argument, call) => {
  const value = call.resolve(argument);
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  throw wrongAt(call.at, `Fn::ToJsonString takes an object or a list, not ${shown(value)}`);
};

const getAvailabilityZones: Intrinsic = (argument, call) => {
  const region = text(call.resolve(argument), call, 'a region') || call.scope.stack.region;
  return ['a', 'b', 'c'].map((zone) => `${region}${zone}`);
};

/** Blocks of IPv4 addresses; CloudFormation gives at most 256 of them. */
const cidr: Intrinsic = (argument, call) => {
  const [source, wanted, bits] = parts(argument, call, 2, 3);
  const block = text(call.resolve(source, 0), call, 'a block of addresses');
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block);
  const octets = match?.slice(1, 5).map(Number) ?? [];
  const prefix = Number(match?.[5]);
  if (match === null || octets.some((octet) => octet > 255) || prefix > 32) {
    throw wrongAt(
      call.at,
      `Fn::Cidr takes a block of IPv4 addresses such as 10.0.0.0/16, not ${shown(block)}`,
    );
  }
  const count = wholeNumber(call.resolve(wanted, 1), call);
  const hostBits = bits === undefined ? defaultHostBits(call) : wholeNumber(call.resolve(bits, 2), call);
  const size = 2 ** hostBits;
  const available = 2 ** (32 - prefix) / size;
  if (count < 1 || count > 256 || count > available) {
    throw wrongAt(call.at, `Fn::Cidr cannot cut ${count} blocks of ${size} addresses from ${block}`);
  }
  const first = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const start = Math.floor(first / 2 ** (32 - prefix)) * 2 ** (32 - prefix);
  return Array.from({ length: count }, (_, index) => `${dotted(start + index * size)}/${32 - hostBits}`);
};

function defaultHostBits(call: Call): number {
  throw wrongAt(
    call.at,
    'Fn::Cidr needs the number of host bits for IPv4, e.g. 8 for blocks of 256 addresses',
  );
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

export const textIntrinsics: Readonly<Record<string, Intrinsic>> = {
  'Fn::Join': join,
  'Fn::Split': split,
  'Fn::Select': select,
  'Fn::Base64': base64,
  'Fn::Length': length,
  'Fn::ToJsonString': toJsonString,
  'Fn::GetAZs': getAvailabilityZones,
  'Fn::Cidr': cidr,
};
