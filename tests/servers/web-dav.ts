import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, programPath, runServer, serverFolder, type RunningServer } from './server-process.ts';

const APACHE_MODULES = '/usr/lib/apache2/modules';
const NGINX_DAV = '/usr/lib/nginx/modules/ngx_http_dav_ext_module.so';

/** A WebDAV server with one user, and nobody else let in. */
export interface WebDavServer extends RunningServer {
  readonly files: string;
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

export const hasApache = programPath('apache2') !== null && existsSync(join(APACHE_MODULES, 'mod_dav.so'));
export const hasNginx = programPath('nginx') !== null && existsSync(NGINX_DAV);

const USER = 'kiosk';
const PASSWORD = 'a password with ø';

/** Debian's Apache with mod_dav. */
export function startApache(): Promise<WebDavServer> {
  return start('apache2', (folder, port) => {
    const modules = [
      'mpm_event',
      'authn_core',
      'authn_file',
      'authz_core',
      'authz_user',
      'auth_basic',
      'dav',
      'dav_fs',
    ];
    const lines = [
      `ServerRoot ${folder}`,
      'ServerName localhost',
      `Listen 127.0.0.1:${port}`,
      `PidFile ${join(folder, 'pid')}`,
      `ErrorLog ${join(folder, 'errors')}`,
      ...modules.map((name) => `LoadModule ${name}_module ${APACHE_MODULES}/mod_${name}.so`),
      // Apache does not serve as root.
      ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
      `DavLockDB ${join(folder, 'work', 'locks')}`,
      `DocumentRoot ${folder}`,
      `<Directory ${join(folder, 'files')}>`,
      ...[
        'Dav On',
        'AuthType Basic',
        'AuthName intakes',
        `AuthUserFile ${join(folder, 'users')}`,
        'Require valid-user',
      ],
      '</Directory>',
    ];
    const config = join(folder, 'config');
    writeFileSync(config, `${lines.join('\n')}\n`);
    return ['-D', 'FOREGROUND', '-f', config];
  });
}

/** Debian's nginx with its DAV modules. */
export function startNginx(): Promise<WebDavServer> {
  return start('nginx', (folder, port) => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const lines = [
      `load_module ${NGINX_DAV};`,
      'daemon off;',
      'master_process off;',
      `pid ${join(folder, 'pid')};`,
      'events {}',
      'http {',
      'access_log off;',
      ...temporary.map((name) => `${name}_temp_path ${join(folder, 'work', name)};`),
      `server { listen 127.0.0.1:${port}; root ${folder};`,
      'location /files/ {',
      `auth_basic "intakes"; auth_basic_user_file ${join(folder, 'users')};`,
      'dav_methods PUT DELETE MKCOL COPY MOVE; dav_ext_methods PROPFIND OPTIONS; client_max_body_size 50m;',
      '} } }',
    ];
    const config = join(folder, 'config');
    writeFileSync(config, `${lines.join('\n')}\n`);
    return ['-p', folder, '-c', config, '-e', join(folder, 'errors')];
  });
}

async function start(
  program: string,
  configure: (folder: string, port: number) => readonly string[],
): Promise<WebDavServer> {
  const { folder, remove } = serverFolder();
  const port = await freePort();
  mkdirSync(join(folder, 'work'));
  chmodSync(join(folder, 'work'), 0o777);
  writeFileSync(join(folder, 'users'), `${USER}:{SHA}${createHash('sha1').update(PASSWORD).digest('base64')}\n`);
  const server = await runServer(programPath(program) ?? program, configure(folder, port), port);
  const stop = async (): Promise<void> => {
    await server.stop();
    remove();
  };
  const url = `http://127.0.0.1:${port}/files`;
  return { port, stop, files: join(folder, 'files'), url, user: USER, password: PASSWORD };
}
