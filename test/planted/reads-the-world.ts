export async function fold(state: { at: number }): Promise<void> {
  state.at = Date.now() + Math.random();
  console.log(await Promise.resolve(state));
}
