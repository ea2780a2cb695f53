update event set state = true where topic = 'content.articles';
