'use strict';
const { join } = require('node:path');
const { app, BrowserWindow, ipcMain, Menu, protocol, screen } = require('electron');

const PAGE = '<!doctype html><html lang="da"><meta charset="utf-8"><title>Bare</title><h1>Velkommen</h1></html>';
const DESIGN = { width: 1080, height: 1920 };

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
Menu.setApplicationMenu(null);
app.setPath('userData', process.argv[process.argv.indexOf('--home') + 1]);
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
ipcMain.handle('painted', () => void process.stdout.write(`${JSON.stringify({ event: 'firstScreen' })}\n`));
app.whenReady().then(() => {
  protocol.handle('app', () => new Response(PAGE, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }));
  const area = screen.getPrimaryDisplay().workAreaSize;
  const scale = Math.min(1, area.width / DESIGN.width, area.height / DESIGN.height);
  const window = new BrowserWindow({
    width: Math.round(DESIGN.width * scale),
    height: Math.round(DESIGN.height * scale),
    show: false,
    webPreferences: { preload: join(__dirname, 'preload.cjs'), sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('app://bare/index.html');
});
