-- That it asked, and when. The words are about a patient and are kept by inquiry-service.
create table lead_question (
  id       uuid primary key,
  lead_id  uuid not null references inbox_lead,
  asked_by text not null,
  asked_at timestamptz not null
);
create index lead_question_by_lead on lead_question (lead_id);
