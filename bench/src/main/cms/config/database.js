module.exports = ({ env }) => ({
  connection: {
    client: 'postgres',
    connection: {
      host: env('CMS_DATABASE_HOST'),
      port: env.int('CMS_DATABASE_PORT'),
      database: env('CMS_DATABASE'),
      user: env('CMS_DATABASE_USER'),
      password: env('CMS_DATABASE_PASSWORD'),
      schema: 'cms',
    },
    pool: { min: 2, max: 10 },
  },
});
