-- The digest tells a text from every other one, of whatever article; most starts ask for nothing else.
alter table article_version
  drop constraint article_version_slug_language_content_hash_key,
  add constraint article_version_text_once unique (content_hash);
