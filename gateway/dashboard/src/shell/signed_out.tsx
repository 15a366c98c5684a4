// What stands there when the server does not know the reader: how to sign in, in one field.
import {useState} from "preact/hooks";
import {Field} from "../components/basics";

export function SignedOut() {
  const [token, set_token] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    if (token.trim()) location.href = `/sign-in?token=${encodeURIComponent(token.trim())}`;
  };
  return (
    <main class="signed-out">
      <form class="card" onSubmit={submit}>
        <h1>Sign in to Billtrail</h1>
        <p>Open the sign-in link the server printed when it started, or paste your token. The owner's stands in the file <code>owner-token</code> in the data folder.</p>
        <Field label="Token" value={token} set={set_token} type="password" autocomplete="current-password" autofocus />
        <button class="button primary" type="submit">Sign in</button>
      </form>
    </main>
  );
}
