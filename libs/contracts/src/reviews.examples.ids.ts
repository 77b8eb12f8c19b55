/** Whom and what the examples of `reviews` are of. */
export const ids = {
  pack: '8c0e5f3a-2b7d-5e14-9f6a-1d3c5b7e9a20',
  template: '1f7a3d5c-6e9b-5b20-8d4f-7a2c4e6b8d13',
  cycle: '5e2b8d4f-9a1c-5c37-b6e0-3f5a7c9d1b42',
  review: 'a3d6f81b-4c7e-5d59-8a2b-6e0f2c4d8b71',
  session: 'd9b4c27e-1f5a-5e68-9c3d-8b0a4f6e2d95',
} as const;

export const [subject, manager, peer] = ['5b1f0e7c', '8d2c4a9e', '1c7e5f2a'] as const;

export const hashes = {
  pack: '9f2b1c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9',
  template: '0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f405162738495a6b7c8d9eafb',
  frame: '5a6b7c8d9eafb0c1d2e3f405162738495a6b7c8d9eafb0c1d2e3f40516273849',
  manifest: 'e3f405162738495a6b7c8d9eafb0c1d2e3f405162738495a6b7c8d9eafb0c1d2',
} as const;

export const template = { id: 'yearly', version: 1, hash: hashes.template } as const;
export const pack = { id: 'goals-and-manager', version: 1, hash: hashes.pack } as const;
export const year = { from: '2026-01-01', to: '2026-12-31' } as const;
export const peers = { mode: 'anonymous', min: 3 } as const;

/** A rating in millionths. */
export const rated = (rating: number) => Math.round(rating * 1_000_000);
