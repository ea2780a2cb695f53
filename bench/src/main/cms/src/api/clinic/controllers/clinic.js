module.exports = require('@strapi/strapi').factories.createCoreController('api::clinic.clinic');
