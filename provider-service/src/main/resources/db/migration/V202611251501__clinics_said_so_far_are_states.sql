update event set state = true where topic = 'provider.clinics';
