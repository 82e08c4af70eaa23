// Asks the program in this container whether it works. The argument names the variable that holds its port.
const port = process.env[process.argv[2] ?? ""];
const isUp = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(4_000) }).then(
  (answer) => answer.ok,
  () => false,
);
process.exit(isUp ? 0 : 1);
