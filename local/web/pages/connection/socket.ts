/** A WebSocket to the contact centre that comes back by itself after the centre was started again. */

export interface Connection<Says> {
  /** False when there is no connection at the moment; nothing was sent then. */
  send(message: Says): boolean;
  close(): void;
}

interface Listener<Hears> {
  heard(message: Hears): void;
  lost(): void;
}

const RETRY_FIRST_MS = 500;
const RETRY_MAX_MS = 4_000;

/** @param path of the same server that gave the page; `ready` is the first message of every new connection */
export function connect<Says, Hears>(path: string, listener: Listener<Hears>): Connection<Says> {
  let socket: WebSocket | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let retryMs = RETRY_FIRST_MS;
  let closed = false;

  function open(): void {
    const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
    const opened = new WebSocket(`${scheme}//${location.host}${path}`);
    socket = opened;
    opened.onopen = () => {
      retryMs = RETRY_FIRST_MS;
    };
    opened.onmessage = ({ data }) => {
      if (!closed) listener.heard(JSON.parse(String(data)));
    };
    opened.onclose = () => {
      if (closed) return;
      listener.lost();
      retry = setTimeout(open, retryMs);
      retryMs = Math.min(RETRY_MAX_MS, retryMs * 2);
    };
  }

  open();
  return {
    send(message) {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
    close() {
      closed = true;
      clearTimeout(retry);
      socket?.close();
    },
  };
}
