// What may be decided about projects and campaigns, and what their events do to the books.
#pragma once

#include "domain/books.hpp"
#include "domain/decide.hpp"

namespace billtrail {

Decision<Event> decide(const Books& books, const OpenProject& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeProject& command, const Given& given);
Decision<Event> decide(const Books& books, const OpenCampaign& command, const Given& given);
Decision<Event> decide(const Books& books, const ChangeCampaign& command, const Given& given);

void evolve(Books& books, const ProjectOpened& event);
void evolve(Books& books, const ProjectChanged& event);
void evolve(Books& books, const CampaignOpened& event);
void evolve(Books& books, const CampaignChanged& event);

}  // namespace billtrail
