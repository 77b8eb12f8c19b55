export default async function stopServers() {
  await Promise.all((globalThis.plumblineServers ?? []).map((server) => server.stop()));
}
