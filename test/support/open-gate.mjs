const at = '2026-07-01T00:00:00.000Z';

/** A gate that lets the bodies of a context's facts out as they are, but for those left out. */
export function openGateOf(context, isPrivate = () => false) {
  return {
    context,
    publish: (stored) => {
      if (isPrivate(stored)) return null;
      const { id, type, tenant, stream, revision, position, body } = stored;
      return {
        ...{ id, type, tenant, stream, revision, position },
        ...{ recordedAt: at, effectiveAt: at, actor: 'tester' },
        ...{ correlationId: id, causationId: id, data: JSON.parse(body) },
      };
    },
  };
}
