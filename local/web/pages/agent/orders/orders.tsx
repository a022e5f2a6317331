/** The orders of whom the contact is with: each unfolds to its document, with where it goes and what is paid. */
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { ApiAccess } from '../../../protocol.ts';
import { askApi } from '../ask-api.ts';
import { momentText, spaced } from '../cases/case-words.ts';
import { type ListedOrder, orderDocument, readOrders, sumText } from './order-data.ts';

/** With whom a contact is, the API knows some seconds after it was taken; of a stranger it does not. */
const LOOK_AGAIN_MS = 4_000;
const LOOKS_MAX = 5;

interface OrdersProps {
  readonly access: ApiAccess;
  readonly contactId: string;
  readonly nowMs: number;
}

export function Orders({ access, contactId, nowMs }: OrdersProps): ReactNode {
  const [orders, setOrders] = useState<readonly ListedOrder[]>();
  const [refusal, setRefusal] = useState<string>();
  const [chosen, choose] = useState<string>();

  const [looks, setLooks] = useState(0);

  const look = useCallback(async () => {
    setLooks((before) => before + 1);
    const read = await readOrders(access, contactId);
    setRefusal(read.kind === 'refused' ? read.sentence : undefined);
    if (read.kind === 'answered') setOrders(read.value);
  }, [access, contactId]);

  useEffect(() => {
    if (orders !== undefined || looks > LOOKS_MAX) return;
    const timer = setTimeout(() => void look(), looks === 0 ? 0 : LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [look, looks, orders]);

  return (
    <section className="unfolds card" aria-labelledby="orders-title">
      <header className="unfolds-head">
        <h2 id="orders-title">Orders</h2>
        <button type="button" className="button button-plain" onClick={() => void look()}>
          Look again
        </button>
      </header>
      <div role="alert">{refusal !== undefined && <p className="notice notice-wrong">{refusal}</p>}</div>
      {orders === undefined && <p className="soft">Nobody has said yet whose contact this is.</p>}
      {orders?.length === 0 && <p className="soft">This customer has ordered nothing.</p>}
      {orders !== undefined && orders.length > 0 && (
        <ul className="unfolds-list">
          {orders.map((one) => (
            <li key={one.orderNumber}>
              <button
                type="button"
                className="unfolds-row"
                aria-expanded={one.orderNumber === chosen}
                onClick={() => choose(one.orderNumber === chosen ? undefined : one.orderNumber)}
              >
                <span className="unfolds-what">
                  <strong className="digits">Order {one.orderNumber}</strong>
                  <span className="soft small digits">
                    {momentText(one.placedAt, nowMs)} · {spaced(one.status)}
                  </span>
                </span>
                <span className="small digits">{sumText(one)}</span>
              </button>
              {one.orderNumber === chosen && <OpenOrder access={access} orderNumber={one.orderNumber} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function OpenOrder({
  access,
  orderNumber,
}: {
  readonly access: ApiAccess;
  readonly orderNumber: string;
}): ReactNode {
  const [text, setText] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    let isShown = true;
    const path = `/orders/${orderNumber}/document`;
    void askApi(access, { path, schema: orderDocument }).then((answer) => {
      if (!isShown) return;
      if (answer.kind === 'refused') setRefusal(answer.sentence);
      else setText(answer.value.text);
    });
    return () => {
      isShown = false;
    };
  }, [access, orderNumber]);
  if (refusal !== undefined) return <p className="notice notice-wrong">{refusal}</p>;
  return text === undefined ? null : <pre className="order-document">{text}</pre>;
}
