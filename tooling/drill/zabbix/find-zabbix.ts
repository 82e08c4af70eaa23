import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { AppError, messageOf } from "@botdeck/core";

import { type FetchOptions, unpackDebian } from "../alerts/debian-packages.ts";
import { fillConfiguration } from "../alerts/fill-configuration.ts";

/** Of Debian 12: Zabbix 6.0 and the PHP of its pages. */
const PHP = "php8.2";
const PACKAGES = [
  "zabbix-server-pgsql",
  "zabbix-frontend-php",
  "zabbix-agent",
  ...["cli", "common", "bcmath", "gd", "mbstring", "pgsql", "xml"].map((part) => `${PHP}-${part}`),
] as const;
const EXTENSIONS_FOLDER = "usr/lib/php/20220829";
const EXTENSIONS =
  "bcmath ctype dom gd gettext mbstring pgsql simplexml sockets tokenizer xml xmlreader xmlwriter".split(" ");
/** Debian's frontend looks here for its configuration, wherever it lies itself. */
const FRONTEND_CONFIG = "/etc/zabbix/zabbix.conf.php";

/** A Zabbix as Debian has it. */
export type Zabbix = {
  server: string;
  sender: string;
  /** With the arguments that it needs here. */
  php: { file: string; args: readonly string[] };
  frontend: string;
  /** Files of SQL, gzipped, in the order in which a new database wants them. */
  schema: readonly string[];
  environment: Readonly<Record<string, string>>;
  leave(): void;
};

/**
 * Unpacks Zabbix and PHP from Debian's packages into our cache.
 *
 * @throws AppError `unreachable` where they are not to be had.
 */
export async function findZabbix(options: FetchOptions): Promise<Zabbix> {
  const wanted = { name: "zabbix", packages: PACKAGES, withMissing: true, prepare };
  const root = await unpackDebian(wanted, options).catch((cause: unknown) => {
    const advice = `It takes the packages of Debian 12 (${PACKAGES.join(", ")}), by apt-get and dpkg.`;
    throw new AppError("unreachable", `Zabbix is not here: ${messageOf(cause)}. ${advice}`, { cause });
  });
  const schema = ["schema", "images", "data"].map((name) => join(root, `usr/share/zabbix-server-pgsql/${name}.sql.gz`));
  return {
    server: join(root, "usr/sbin/zabbix_server"),
    sender: join(root, "usr/bin/zabbix_sender"),
    php: { file: join(root, `usr/bin/${PHP}`), args: ["-n", "-c", join(root, "php.ini")] },
    frontend: join(root, "usr/share/zabbix"),
    schema,
    environment: { LD_LIBRARY_PATH: join(root, "usr/lib/x86_64-linux-gnu") },
    leave: () => {},
  };
}

/** Its pages read their configuration below `root`, and in it the environment that a drill gives them; nothing else is changed. */
function prepare(root: string, unpacked: string): void {
  const place = join(unpacked, "usr/share/zabbix/include/classes/core/CConfigFile.php");
  const config = join(root, FRONTEND_CONFIG);
  writeFileSync(place, fillConfiguration(readFileSync(place, "utf8"), { [FRONTEND_CONFIG]: config }));
  writeFileSync(join(unpacked, FRONTEND_CONFIG), CONFIG);
  const extensions = EXTENSIONS.map((name) => `extension=${name}`);
  writeFileSync(
    join(unpacked, "php.ini"),
    [`extension_dir=${join(root, EXTENSIONS_FOLDER)}`, ...extensions, ""].join("\n"),
  );
}

/** What the frontend's own setup would write. */
const CONFIG = `<?php
$DB['TYPE'] = 'POSTGRESQL';
$DB['SERVER'] = '127.0.0.1';
$DB['PORT'] = getenv('PGPORT');
$DB['DATABASE'] = getenv('PGDATABASE');
$DB['USER'] = getenv('PGUSER');
$DB['PASSWORD'] = getenv('PGPASSWORD');
$DB['SCHEMA'] = '';
$DB['ENCRYPTION'] = false;
$DB['KEY_FILE'] = '';
$DB['CERT_FILE'] = '';
$DB['CA_FILE'] = '';
$DB['VERIFY_HOST'] = false;
$DB['CIPHER_LIST'] = '';
$DB['DOUBLE_IEEE754'] = true;
$ZBX_SERVER_NAME = 'Botdeck drill';
$IMAGE_FORMAT_DEFAULT = IMAGE_FORMAT_PNG;
`;
