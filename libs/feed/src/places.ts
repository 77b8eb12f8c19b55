import type { Position } from '@plumbline/kernel';

/** Keeps where each reader of the log has got to. */
export interface Places {
  place(reader: string): Promise<Position | null>;
  savePlace(reader: string, position: Position): Promise<void>;
}

/** Places that last as long as the process. */
export function memoryPlaces(): Places {
  const places = new Map<string, Position>();
  return {
    place: async (reader) => places.get(reader) ?? null,
    savePlace: async (reader, position) => {
      places.set(reader, position);
    },
  };
}
