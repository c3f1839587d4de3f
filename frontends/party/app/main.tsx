import { learn } from "@congtam/i18n";
import { party } from "@congtam/i18n/catalogue/party";
import { startPortal } from "@congtam/shared/shell";
import { lazy } from "react";
import { Gate } from "./gate";

const Home = lazy(() => import("../features/home/home"));
const Reviews = lazy(() => import("../features/reviews/reviews"));
const Review = lazy(() => import("../features/reviews/review"));
const Voices = lazy(() => import("../features/voices/voices"));
const Speaking = lazy(() => import("../features/voices/speaking"));
const Ballots = lazy(() => import("../features/ballots/ballots"));
const Ballot = lazy(() => import("../features/ballots/ballot"));
const Bodies = lazy(() => import("../features/bodies/bodies"));
const Body = lazy(() => import("../features/bodies/body"));
const Campaign = lazy(() => import("../features/campaigns/campaign"));
const Deciding = lazy(() => import("../features/campaigns/deciding"));

learn(party);
void startPortal({
  name: "party",
  gate: Gate,
  screens: [
    { path: "/party", show: Home },
    { path: "/party/reviews", show: Reviews },
    { path: "/party/review/:id", show: Review },
    { path: "/party/voices", show: Voices },
    { path: "/party/voices/:id", show: Speaking },
    { path: "/party/ballots", show: Ballots },
    { path: "/party/ballots/:id", show: Ballot },
    { path: "/party/bodies", show: Bodies },
    { path: "/party/bodies/:id", show: Body },
    { path: "/party/campaigns/:id", show: Campaign },
    { path: "/party/campaigns/:id/decision", show: Deciding },
  ],
  menu: [
    { path: "/party/", title: "party.home" },
    { path: "/party/reviews", title: "party.reviews" },
    { path: "/party/voices", title: "party.voices" },
    { path: "/party/ballots", title: "party.ballots" },
    { path: "/party/bodies", title: "party.bodies" },
  ],
});
