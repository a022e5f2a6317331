/** Which countries an instance may call as long as nobody has asked for more (adminguide/country-code-allow-list). */

/** Area codes of the islands that share +1 with the United States and Canada, Puerto Rico aside. */
const OTHER_ISLANDS =
  /^\+1(242|246|264|268|284|345|441|473|649|658|664|721|758|767|784|809|829|849|868|869|876)/;

const UNITED_STATES = '1';
/** Without mobile numbers, which have to be asked for. */
const UNITED_KINGDOM = '44(?!7)';
const JAPAN = '81(?!70|80|90)';

const AMERICA = [UNITED_STATES, '52', UNITED_KINGDOM];
const EUROPE = [UNITED_KINGDOM, '39', '33', '353', UNITED_STATES];

const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  'us-east-1': AMERICA,
  'us-west-2': AMERICA,
  'us-gov-west-1': AMERICA,
  'ca-central-1': AMERICA,
  'af-south-1': ['27', UNITED_KINGDOM, UNITED_STATES],
  'ap-northeast-1': [JAPAN, '84', UNITED_STATES],
  'ap-northeast-2': ['82', UNITED_KINGDOM, UNITED_STATES],
  'ap-southeast-1': ['65', '61', '852', UNITED_STATES, UNITED_KINGDOM],
  'ap-southeast-2': ['61', '64', UNITED_STATES],
  'eu-central-1': EUROPE,
  'eu-west-2': EUROPE,
};

/** @param number E.164. A region that the page does not name may call nobody: what is not allowed is blocked. */
export function mayBeCalled(region: string, number: string): boolean {
  const countries = COUNTRIES[region] ?? [];
  return (
    !OTHER_ISLANDS.test(number) && countries.some((country) => new RegExp(`^\\+${country}`).test(number))
  );
}
