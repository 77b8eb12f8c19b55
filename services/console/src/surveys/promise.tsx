import classes from './surveys.module.css';

/** What anonymity is here, and what it is not, in words that hold. */
export function AnonymityPromise({ threshold }: { readonly threshold: number }) {
  return (
    <div className={classes.promise}>
      <p>
        Nobody learns which answer is yours, whoever runs the server and whatever is kept of it.
        That you take part is recorded, with the day.
      </p>
      <details>
        <summary>How that is so</summary>
        <ul>
          <li>
            This page draws a ticket and covers it. The server signs the covered one under your
            name, once; it never sees the ticket itself.
          </li>
          <li>
            Your answer goes with the uncovered ticket, without your name, your sign-in or any
            cookie, at a random moment of the next minute.
          </li>
          <li>
            Answers are kept only once at least {threshold} are together, in an order that says
            nothing, with the day. If fewer come in all, they are destroyed.
          </li>
        </ul>
      </details>
      <details>
        <summary>What is not protected</summary>
        <ul>
          <li>
            Until enough answers are together, they wait on the server, without names. Whoever runs
            it could read them there, and see which ones came since they last looked.
          </li>
          <li>Your way of writing: who knows it may recognise you by a comment.</li>
          <li>
            Whoever watches the network or the server at the very moment at which you send sees from
            which address an answer comes. The server keeps no address.
          </li>
          <li>Whoever knows what all others answered knows what is left: yours.</li>
          <li>
            Until it is sent, your ticket is in this tab, and whoever uses this computer could use
            it. If you close the tab before, the ticket is lost, and there is no other.
          </li>
        </ul>
      </details>
    </div>
  );
}
