/** Who sits at this desk. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { SignInChoice } from '../../protocol.ts';

interface SignInProps {
  readonly choices: readonly SignInChoice[];
  readonly ready: boolean;
  readonly refusal: string | undefined;
  readonly signIn: (username: string, password: string) => void;
}

export function SignIn({ choices, ready, refusal, signIn }: SignInProps): ReactNode {
  const [picked, setPicked] = useState<string>();
  const [typed, setTyped] = useState<string>();
  const ids = { password: useId(), hint: useId() };
  const choice = choices.find(({ username }) => username === picked) ?? choices[0];
  const password = typed ?? choice?.password ?? '';

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (choice !== undefined) signIn(choice.username, password);
  }

  return (
    <form className="sign-in card" onSubmit={submit}>
      <h1>Sign in as an agent</h1>
      {ready && choices.length === 0 && (
        <p className="notice">This stack has no demo agents: switch them on with demoAgents in cdk.json.</p>
      )}
      {choices.length > 0 && (
        <fieldset className="choices">
          <legend>Agent</legend>
          {choices.map(({ username, name }) => (
            <label key={username} className="choice">
              <input
                type="radio"
                name="agent"
                value={username}
                checked={username === choice?.username}
                onChange={() => {
                  setPicked(username);
                  setTyped(undefined);
                }}
              />
              <span>
                {name}
                <span className="soft small">{username}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="field">
        <label htmlFor={ids.password}>Password</label>
        <input
          id={ids.password}
          type="password"
          autoComplete="off"
          value={password}
          disabled={choice === undefined}
          aria-describedby={ids.hint}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p id={ids.hint} className="soft small">
          Filled in with the generated password from the local Secrets Manager: this page is served to this
          machine only.
        </p>
      </div>
      <div role="alert">{refusal !== undefined && <p className="notice notice-wrong">{refusal}</p>}</div>
      <button className="button button-go" type="submit" disabled={!ready || choice === undefined}>
        Sign in
      </button>
    </form>
  );
}
