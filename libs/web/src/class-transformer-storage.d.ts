/** The one store of `@Type()` metadata; class-transformer exports it by this path only. */
declare module 'class-transformer/cjs/storage.js' {
  export const defaultMetadataStorage: {
    findTypeMetadata(
      target: unknown,
      property: string,
    ): { typeFunction(): unknown; options: TypeOptionsLike } | undefined;
  };
  interface TypeOptionsLike {
    discriminator?: { property: string; subTypes: { value: { name: string }; name: string }[] };
  }
}
