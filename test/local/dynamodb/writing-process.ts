/**
 * A process to be killed: it opens the data folder and does as its second argument says.
 * `write` puts numbered orders and pairs for ever and prints each number after it was acknowledged; `index N` adds an
 * index to the filled table of cases and kills itself after N turns of the event loop; `hold` keeps the folder open.
 */
import { openDynamoDb } from '../../../local/dynamodb/open.ts';
import { call } from './called.ts';
import { cases, casesTable, orders, ordersTable, provision, stack, withColour } from './tables.ts';

const [dataFolder = '', task, turns] = process.argv.slice(2);
const db = await openDynamoDb({ region: stack.region, accountId: stack.accountId, dataFolder });

if (task === 'write') {
  await provision(db, 'Orders', ordersTable);
  await provision(db, 'Cases', casesTable);
  for (let number = 0; ; number += 1) {
    const Item = { customer: { S: 'c' }, number: { N: String(number) }, phone: { S: '+12025550141' } };
    await call(db, 'PutItem', { TableName: cases, Item });
    const TransactItems = ['left', 'right'].map((side) => ({
      Put: { TableName: orders, Item: { order: { S: side }, n: { N: String(number) } } },
    }));
    await call(db, 'TransactWriteItems', { TransactItems, ClientRequestToken: `token-${number}` });
    process.stdout.write(`${number}\n`);
  }
}

if (task === 'index') {
  let left = Number(turns);
  const turn = (): void => {
    left -= 1;
    if (left < 0) process.kill(process.pid, 'SIGKILL');
    setImmediate(turn);
  };
  turn();
  await provision(db, 'Cases', withColour);
  process.stdout.write('built\n', () => process.kill(process.pid, 'SIGKILL'));
}

if (task === 'hold') {
  process.stdout.write('held\n');
  process.stdin.resume();
}
