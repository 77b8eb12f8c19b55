import { Alert, Button, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { signIn } from './session.ts';
import classes from './shell.module.css';
import { tidiedToken } from './token.ts';

export function SignIn({ reason }: { reason: string | undefined }) {
  const [pasted, setPasted] = useState('');
  const [refused, setRefused] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setRefused(signIn(tidiedToken(pasted)));
  };
  return (
    <main className={classes.signIn}>
      <Paper withBorder p="lg">
        <Stack gap="md">
          <Title order={1} size="h2">
            Sign in to Plumbline
          </Title>
          {reason === undefined ? null : (
            <Alert role="status" color="yellow" variant="light">
              {reason}
            </Alert>
          )}
          <form onSubmit={submit} noValidate>
            <Stack gap="sm">
              <Textarea
                label="Access token"
                description="It is kept in this tab only, until you close it or sign out."
                rows={4}
                value={pasted}
                onChange={(event) => setPasted(event.currentTarget.value)}
                error={refused}
                autoComplete="off"
                spellCheck={false}
                autoFocus
              />
              <Button type="submit">Sign in</Button>
            </Stack>
          </form>
          <Help />
        </Stack>
      </Paper>
    </main>
  );
}

function Help() {
  return (
    <section aria-labelledby="get-a-token">
      <Title order={2} size="h5" id="get-a-token">
        How to get a token
      </Title>
      <Text size="sm" mt="xs">
        On the machine where Plumbline runs, with your own name for <code>you</code>:
      </Text>
      <code className={classes.command}>npm run plumbline -- token --as you --link</code>
      <Text size="sm" mt="xs">
        It prints a link that signs you in. Without <code>--link</code> it prints the token, to be
        pasted above. Where your company signs you in, its identity provider issues the token.
      </Text>
    </section>
  );
}
