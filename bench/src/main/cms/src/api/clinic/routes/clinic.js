module.exports = require('@strapi/strapi').factories.createCoreRouter('api::clinic.clinic', {
  only: ['find'],
  config: { find: { auth: false } },
});
