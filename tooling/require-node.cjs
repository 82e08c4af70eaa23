// Preloaded by the root scripts. Node before 24 cannot even read the TypeScript sources, so it must be said before them.
const NEEDED_MAJOR = 24;
if (Number.parseInt(process.versions.node, 10) < NEEDED_MAJOR) {
  process.stderr.write(
    `Botdeck needs Node ${NEEDED_MAJOR} or newer, and this is ${process.version}. On Linux the right one comes with the ` +
      `packages when the command is started through pnpm; on other systems install Node ${NEEDED_MAJOR} first.\n`,
  );
  process.exit(1);
}
