module.exports = ({ env }) => ({
  serveAdminPanel: false,
  auth: { secret: env('CMS_SECRET') },
  apiToken: { salt: env('CMS_SECRET') },
  transfer: { token: { salt: env('CMS_SECRET') } },
});
