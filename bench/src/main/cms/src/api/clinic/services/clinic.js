module.exports = require('@strapi/strapi').factories.createCoreService('api::clinic.clinic');
