// Generated from openapi/gateway.yaml by generate-contract.ts. Do not edit.
export interface paths {
  '/api/cases': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Find cases
     * @description Cases you take part in or are invited to, the latest change first. All filters given must hold.
     */
    get: operations['listCases']
    put?: never
    /**
     * Open a case
     * @description Opens a case with a structured problem record, states your case number and severity, and asks as many vendors into it as you name, all in one step: everything is written or nothing is. You become the host and hold the baton.
     */
    post: operations['openCase']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    /**
     * Read a case as it stands
     * @description Who takes part, what is asked of whom, who holds the baton, every vendor's severity in its own words and on the shared scale, what others have not seen yet. While you are only invited, you see the invitation and nothing else.
     */
    get: operations['readCase']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/problem': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    /**
     * Restate the problem
     * @description The host replaces the whole problem record. The earlier statement stays in the history. Other participants write their own view of the problem as notes.
     */
    put: operations['restateProblem']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/close': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Close the case
     * @description The host closes. What another participant wrote before it had seen the closing makes the case `closed-contested` until the host closes again or reopens.
     */
    post: operations['closeCase']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/reopen': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Reopen the case
     * @description The host reopens a closed case. Others ask for it with `request-reopening`.
     */
    post: operations['reopenCase']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/request-reopening': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Ask the host to reopen */
    post: operations['requestReopening']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ask a vendor into the case
     * @description The host asks, or a participant the host allowed to (`may-engage`). The partner sees the problem, what you ask and its own intake form as you filled it in; the history opens to it once it accepts. Your severity is sent in the words of its published scheme. What that level asks of you (a call, a contact at any hour) is answered in `levelDuties`; where nobody takes it on, the next level without it is sent, and the receipt raises an alarm.
     */
    post: operations['requestEngagement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/accept': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Accept
     * @description You join the case and its whole history comes to you. Accepting takes no baton. State your case number next (`slots/case-number`), so that everybody can quote it.
     */
    post: operations['acceptEngagement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/decline': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Decline, with a reason
     * @description The coded reason is visible to all participants and is counted.
     */
    post: operations['declineEngagement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/request-information': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ask the inviter for information
     * @description Before or after accepting. The engagement then waits for the inviter.
     */
    post: operations['requestInformation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/provide-information': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Give the information that was asked for
     * @description Answers one question when `answers` names it, else every question that is open.
     */
    post: operations['provideInformation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/withdraw': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Withdraw an invitation that has no answer yet
     * @description If an acceptance crosses it on the way, the withdrawal wins and the engagement is flagged `crossed`.
     */
    post: operations['withdrawEngagement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/lapse': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Let an invitation lapse that nobody answered */
    post: operations['lapseEngagement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/complete': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Say that your part is done
     * @description You stay in the case until you leave. The inviter confirms the completion.
     */
    post: operations['completeEngagement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/confirm': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Confirm that the invited vendor's part is done */
    post: operations['confirmCompletion']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/leave': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Leave the case
     * @description Nothing later than your leaving reaches you. Your severity claim stands until the host releases it.
     */
    post: operations['leaveCase']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/remove': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Remove a participant
     * @description The host ends a member's part. What that member wrote without the host having seen it has no effect, except for its severity.
     */
    post: operations['removeMember']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/may-engage': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Allow a participant to ask vendors in, or take it back */
    post: operations['grantMayEngage']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/propose': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Propose a vendor to the host */
    post: operations['proposeMember']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/cut': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Freeze a participant whose keys cannot be trusted
     * @description The host makes everything that this member signed from here on without effect, until `resume` names its new keys.
     */
    post: operations['cutAuthor']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/resume': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Let a frozen participant write again, under new keys */
    post: operations['resumeAuthor']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/show-equivocation': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Point at two versions of one entry
     * @description Two different events that one participant signed under one number. Your gateway does this by itself once it holds both.
     */
    post: operations['showEquivocation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/raise-rules': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Let the case live by newer rules
     * @description The host raises the rules, once the gateways of all active participants know them.
     */
    post: operations['raiseRules']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/rotate-keys': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Tell the case which keys you sign with from here on
     * @description Your gateway does this by itself before it first writes with a new key. Do it at once where an old key must not be believed any more.
     */
    post: operations['rotateCaseKeys']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/keys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List your keys
     * @description The keys your gateway holds for you, retired ones too, without their private parts.
     */
    get: operations['listKeys']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/keys/rotate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Replace one of your keys
     * @description Publishes the next key where none is published yet; asked again a day later, or left to the gateway, it comes into use and the old one retires. Asked early, it changes nothing.
     */
    post: operations['rotateKeys']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/force-fence': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Go on behind a fence that nobody is left to lift
     * @description After a restore this gateway signs nothing in a case (`fenced`) until a partner confirmed its last event there. Where every partner is gone for good, an operator goes on under a new incarnation; all participants read the reason. If what was lost turns up after all, and others had built on it, that counts, and what was written since has no effect: ask the partners by phone first.
     */
    post: operations['forceFence']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/engagements/preview': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * What asking a vendor would mean
     * @description Before anything is sent: your severity in the words of the partner, what was rounded and why, what the level asks of you, how soon the partner promises to act. Nothing is written.
     */
    post: operations['previewEngagement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/acknowledge': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Acknowledge that you were asked
     * @description Says that somebody has seen it, and promises nothing. Any other answer says as much. In a change notice it is the whole answer that is wanted.
     */
    post: operations['acknowledgeEngagement']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/confirm-call': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Say whether the phone hand-off was as written */
    post: operations['confirmCall']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/meet-duty': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Say that a call was made or a contact named
     * @description What the level asked of the inviter, and was promised, is there now; the clocks that waited for it run. Whoever asked says so, or whoever was called.
     */
    post: operations['meetLevelDuty']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/pause': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Stop a clock of yours, with the reason
     * @description For the listed reasons only, and everybody sees which.
     */
    post: operations['pauseClock']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/engagements/{engagementId}/resume': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Let a clock of yours run again */
    post: operations['resumeClock']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ask for management attention
     * @description An object of its own: it changes no severity, and the case cannot be closed while it is open. The four questions are asked first. Each participant has at most one open. With `oneSided` you inform the others and ask nothing of them.
     */
    post: operations['raiseEscalation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/restate': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** State it anew, as to take it to the next level */
    post: operations['restateEscalation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/acknowledge': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Take it up, and name the manager
     * @description Acknowledging again names another manager.
     */
    post: operations['acknowledgeEscalation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/decline': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Decline it, with a reason
     * @description It counts as declined once every other participant declined. It stays open until its raiser ends or withdraws it.
     */
    post: operations['declineEscalation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/propose-plan': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Propose what is done, by whom and by when
     * @description A new version replaces the one before.
     */
    post: operations['proposeEscalationPlan']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/agree-plan': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Agree to a plan
     * @description The raiser agrees to one exact version; the escalation is active from then on.
     */
    post: operations['agreeEscalationPlan']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/report': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Say whether all is on track */
    post: operations['reportOnTrack']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/propose-end': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Propose to end it
     * @description With the check list. `notice` says after how many seconds of silence it ends without the word of the raiser.
     */
    post: operations['proposeEscalationEnd']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/end': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * End it
     * @description The raiser ends it, and records who agreed and when. The severity stays as it is.
     */
    post: operations['endEscalation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/end-by-silence': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * End it, since nobody objected in time
     * @description Names your own proposal, once its notice is over. An objection of the raiser beats it, in whatever order they come.
     */
    post: operations['endEscalationBySilence']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/object': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Object to a proposal to end it */
    post: operations['objectToEscalationEnd']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/escalations/{escalationId}/withdraw': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Withdraw it */
    post: operations['withdrawEscalation']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/escalations': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List what is escalated
     * @description Every case of yours in which an escalation is open, the latest change first. What was written to justify it stands in the case.
     */
    get: operations['listEscalations']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/notices': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List notices of planned changes
     * @description Yours and those of partners, the latest change first. `invited` are those that you were told and need not join.
     */
    get: operations['listNotices']
    put?: never
    /**
     * Tell partners of a planned change
     * @description What happens when, whom to reach, how it is taken back. It promises nothing and asks for nothing but an acknowledgment (`engagements/…/acknowledge`); no clock runs and nobody is woken. It closes by itself once its window is over.
     */
    post: operations['openNotice']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/notices/{caseId}/hand-off': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Make a case of a notice that went wrong
     * @description In one step: a successor of kind `fault` with everything the notice said and what is known by now, the chosen partners asked, and the notice closed as handed off.
     */
    post: operations['handOffNotice']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/plan': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    /**
     * Propose how all keep each other informed
     * @description The host proposes; a new version replaces the one before, and is agreed to anew.
     */
    put: operations['proposePlan']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/plan/agree': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Agree to the communication plan */
    post: operations['agreePlan']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/actions': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Write down who does what by when */
    post: operations['addAction']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/actions/{actionId}/withdraw': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that added it. */
        actionId: components['parameters']['ActionId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Withdraw an action that you wrote down */
    post: operations['withdrawAction']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/actions/{actionId}/answer': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that added it. */
        actionId: components['parameters']['ActionId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Say how an action of yours goes */
    post: operations['answerAction']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/resolution': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    /**
     * State what it was
     * @description Each participant states its own record. Closing, the host says which one counts.
     */
    put: operations['stateResolution']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/share-effort': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Share effort with all participants
     * @description What you keep to yourself goes to `effort`. It can be booked after the close.
     */
    post: operations['shareEffort']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/notes': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    /**
     * Read the notes
     * @description Notes of all participants, and your own organisation's. A note that is not meant for you shows its author and time, and no text. Oldest first, or with `order=newest` newest first.
     */
    get: operations['listNotes']
    put?: never
    /**
     * Write a note
     * @description Say who reads it. `own-organisation` never leaves this gateway: it is no event, and no partner learns that it exists. Notes for named participants are never shown to those who join later.
     */
    post: operations['addNote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/notes/{noteId}/withdraw': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that added the note. */
        noteId: components['schemas']['EventId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Withdraw a note of yours
     * @description It is shown as withdrawn. Its text stays in the history; erasing text is another thing.
     */
    post: operations['withdrawNote']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/slots/{slot}': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        slot: components['schemas']['SlotName']
      }
      cookie?: never
    }
    get?: never
    /**
     * State something about your own side
     * @description Each participant writes its own slots and nobody else's. `value` has the shape of the slot; `null` empties it.
     */
    put: operations['setSlot']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/severity': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Claim a severity
     * @description Your own view, in your own code or on the shared scale. The case counts as severe as the gravest claim, so lowering it takes everybody who claimed more. The gravest level needs `impact` and a `contact` who can be reached; lowering needs a reason, one of `workaround`, `restored`, `misclassified`, `contact-lost`, `agreed`.
     */
    post: operations['claimSeverity']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/severity/refusals': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Refuse to follow a milder severity
     * @description Names the claim as it stands. Your own stays, the case stays as severe as the gravest, and all see that the two of you differ and why.
     */
    post: operations['refuseLowering']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/severity/agreements': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Agree to the severity of another participant
     * @description Your own claim moves to its level, with the reason `agreed`; nothing else lowers it.
     */
    post: operations['agreeSeverity']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/release-severity': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Release the claim of a member that left */
    post: operations['releaseSeverity']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/baton/offer': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Offer the baton
     * @description You keep it until the other side accepts; then it passes by itself. A new offer replaces an earlier one.
     */
    post: operations['offerBaton']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/baton/withdraw-offer': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Take the offer back */
    post: operations['withdrawBatonOffer']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/baton/accept': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Accept the baton
     * @description The holder's gateway passes it on as soon as it hears of this.
     */
    post: operations['acceptBaton']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/baton/decline': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Decline the baton */
    post: operations['declineBaton']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/baton/pass': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Pass the baton after it was accepted
     * @description The gateway does this by itself; this is for when it was switched off meanwhile.
     */
    post: operations['passBaton']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/baton/reclaim': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Take the baton back as host
     * @description Allowed at once, or after the holder was silent as long as the case agreed when it was opened.
     */
    post: operations['reclaimBaton']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/host/offer': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Offer to hand the case over
     * @description Three steps, as with the baton; the last one follows by itself.
     */
    post: operations['offerHost']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/host/withdraw-offer': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Take the offer back */
    post: operations['withdrawHostOffer']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/host/accept': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Agree to become the host */
    post: operations['acceptHost']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/host/decline': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /** Decline to become the host */
    post: operations['declineHost']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/host/transfer': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Hand the case over after it was accepted
     * @description The gateway does this by itself; this is for when it was switched off meanwhile.
     */
    post: operations['transferHost']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/clocks': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    /**
     * What the clocks of a case say now
     * @description The five clocks of every engagement, reckoned at this moment: what the invitee promised, by which level, since when each runs, what held it, when it is due. And whose time it was since the case was opened: the spans tile its age, and the shares add up to it.
     */
    get: operations['listCaseClocks']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/clocks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Find clocks that run, by how they stand
     * @description Clocks of open cases in one state, the ones due first at the front. Only clocks towards something: a target or a promise. They are as last looked at, a second or two ago.
     */
    get: operations['listClocks']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/history': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    /**
     * What happened, event by event
     * @description Every event with its author, its verdict, whether the federation vouches for the key that signed it, and who has not seen it yet. What had no effect is shown with the reason. Ask for `token=true` to get the signed tokens too, with which anybody can verify the history offline.
     */
    get: operations['listHistory']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/history/{eventId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        eventId: components['schemas']['EventId']
      }
      cookie?: never
    }
    /** One event */
    get: operations['readEvent']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/deliveries': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    /**
     * Which of your events reached whom
     * @description In the order in which they were queued. Settled deliveries of a closed case are removed after 30 days; those that wait never are.
     */
    get: operations['listDeliveries']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/cases/{caseId}/overturned': {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    /**
     * What reads otherwise than you once saw it
     * @description Two vendors may write at the same time. When something you had already seen decided was decided otherwise by an event that arrived later, it is recorded here, never hidden.
     */
    get: operations['listOverturned']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/feed': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Everything that happened to you, by cursor
     * @description In one order that never changes and never skips: keep `cursor` of the answer and send it as `after` next time. Without `after` it starts at the beginning; `after=now` gives the cursor of this moment. With `wait` the answer is held until something happens or the seconds are over.
     */
    get: operations['readFeed']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/feed/stream': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Everything that happened to you, as it happens
     * @description Server-sent events. Each has the cursor as its `id`, the kind as its `event` and a feed item as its `data`; a comment every 15 seconds keeps the line open. After a break the browser sends `Last-Event-ID` and nothing is lost. The stream ends after some minutes, or when the access token does; connect again.
     */
    get: operations['streamFeed']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/partners': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Find partners */
    get: operations['searchPartners']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/partners/profile': {
    parameters: {
      query: {
        /** @description The partner's identifier. */
        partner: components['parameters']['Partner']
      }
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * One partner
     * @description What the partner tells about itself and who vouches for it. A partner not seen before is looked up at its own address first.
     */
    get: operations['readPartner']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/partners/intake-form': {
    parameters: {
      query: {
        /** @description The partner's identifier. */
        partner: components['parameters']['Partner']
      }
      header?: never
      path?: never
      cookie?: never
    }
    /** What a partner wants to know when you engage it */
    get: operations['readIntakeForm']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/partners/queues': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Whether partners take what you send
     * @description One queue for each partner; one that does not answer delays nobody else.
     */
    get: operations['listQueues']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/agreements': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What was agreed with partners */
    get: operations['listAgreements']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/agreement': {
    parameters: {
      query: {
        /** @description The partner's identifier. */
        partner: components['parameters']['Partner']
      }
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * The agreement with one partner
     * @description Where nothing was agreed, what holds then: a partner in good standing may ask, about anything, and a person answers. Its ETag is `"0"`.
     */
    get: operations['readAgreement']
    /**
     * Agree otherwise
     * @description Held here and nowhere else. Send the ETag you read; earlier versions are kept.
     */
    put: operations['saveAgreement']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/profile': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What you tell partners about yourself */
    get: operations['readProfile']
    /**
     * Replace your profile
     * @description Published to partners with your keys and addresses at the next look-up. Send the ETag you read.
     */
    put: operations['saveProfile']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/support-profiles': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Your support profiles */
    get: operations['listSupportProfiles']
    put?: never
    /**
     * Add a support profile
     * @description The body is the document itself; it is kept and hashed exactly as you send it: when you are open, which regions answer, how soon you act. One that contradicts itself is refused with the field at fault. A version, once added, is never changed. Name it in your profile to publish it; engagements keep the version they were made under.
     */
    post: operations['addSupportProfile']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/support-profiles/presets': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Support profiles to start from
     * @description Shipped with the program. Publish one as it is by naming it in your profile, or add a changed copy as your own.
     */
    get: operations['listSupportPresets']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/support-profiles/changes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What changed between two versions of your support profile */
    get: operations['compareSupportProfiles']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/support-profiles/{version}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 2026.1 */
        version: string
      }
      cookie?: never
    }
    /** One support profile of yours */
    get: operations['readSupportProfile']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/people': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Your people who can be told
     * @description They stay on this gateway: partners see at most who is on duty, and only if your profile says so.
     */
    get: operations['listPeople']
    put?: never
    /** Add a person */
    post: operations['addPerson']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/people/{personId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: components['parameters']['PersonId']
      }
      cookie?: never
    }
    /** One person */
    get: operations['readPerson']
    /**
     * Replace what is said about a person
     * @description Send the ETag you read.
     */
    put: operations['savePerson']
    post?: never
    /**
     * Delete a person
     * @description Everything about the person is gone. Refused while the person stands in a rota.
     */
    delete: operations['removePerson']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/alerts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * What your people were told
     * @description Alerts about your cases, the latest first, each with every attempt: whom, by which channel, and whether it was taken. They stay on this gateway and are never shared. One whose time has not come is not listed.
     */
    get: operations['listAlerts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/alerts/{alertId}/acknowledge': {
    parameters: {
      query?: never
      header?: never
      path: {
        alertId: components['parameters']['AlertId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Take an alert
     * @description Nobody else is told, and the pagers that were told hear of it. Partners learn nothing: answer the engagement for that. Doing it again changes nothing.
     */
    post: operations['acknowledgeAlert']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/alert-settings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** How your people are told */
    get: operations['readAlertSettings']
    /**
     * Replace how your people are told
     * @description Send the ETag you read. In `subject` and `text` these are filled in: `{{case}}`, `{{cause}}`, `{{due}}`, `{{level}}`, `{{link}}`, `{{minutes}}`, `{{partner}}`, `{{person}}`, `{{product}}`. No text of a case is ever part of an alert.
     */
    put: operations['saveAlertSettings']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/alert-channels': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** By what your people are told */
    get: operations['listAlertChannels']
    put?: never
    /**
     * Add a channel
     * @description Mail goes to the person whose turn it is; PagerDuty, Opsgenie and a webhook tell a team. The secret is sealed and never shown again.
     */
    post: operations['addAlertChannel']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/alert-channels/{channelId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        channelId: components['parameters']['ChannelId']
      }
      cookie?: never
    }
    get?: never
    /**
     * Replace a channel
     * @description Send the ETag you read. Without `secret` the one kept stays, unless the channel now goes elsewhere.
     */
    put: operations['saveAlertChannel']
    post?: never
    /** Delete a channel */
    delete: operations['removeAlertChannel']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/alert-channels/{channelId}/test': {
    parameters: {
      query?: never
      header?: never
      path: {
        channelId: components['parameters']['ChannelId']
      }
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Try a channel
     * @description Sends one alert that says it is a test, and ends it at once. For mail name one of your people.
     */
    post: operations['testAlertChannel']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/rotas': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Your rotas
     * @description The first that covers a matter says whom to tell; one for certain products or levels comes before one for all.
     */
    get: operations['listRotas']
    put?: never
    /** Add a rota */
    post: operations['addRota']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/rotas/{rotaId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        rotaId: components['parameters']['RotaId']
      }
      cookie?: never
    }
    /** One rota */
    get: operations['readRota']
    /**
     * Replace a rota
     * @description Send the ETag you read. Overrides that meet are refused.
     */
    put: operations['saveRota']
    post?: never
    /** Delete a rota */
    delete: operations['removeRota']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/who-answers': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Who answers now, until when, and who then
     * @description Of yourself: by your support profile and your rotas, with the person only if you may read duty (`duty:read`). Of a partner: its gateway is asked, for two seconds at most; where it does not answer, or another moment than now is asked for, its published support profile says which region is open. `source` says which of them it was.
     */
    get: operations['readWhoAnswers']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/severity/schemes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Your severity schemes */
    get: operations['listSchemes']
    put?: never
    /**
     * Add a severity scheme
     * @description The body is the scheme document itself; it is kept and hashed exactly as you send it. A scheme that leaves out a level, breaks the order or could make a severity milder is refused, and the levels at fault are named. A version, once added, is never changed: to edit a scheme, add it again with another `version`. Preview it first. A matrix in which a graver input gives a milder level is refused with every pair of cells at fault.
     */
    post: operations['addScheme']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/severity/schemes/{scheme}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example redhat-premium */
        scheme: components['parameters']['Scheme']
      }
      cookie?: never
    }
    /** One scheme, yours or a preset */
    get: operations['readScheme']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/severity/schemes/{scheme}/versions': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example redhat-premium */
        scheme: components['parameters']['Scheme']
      }
      cookie?: never
    }
    /**
     * The versions of one scheme of yours
     * @description The one added last first. A case keeps the version that was in use when somebody claimed a level on it.
     */
    get: operations['listSchemeVersions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/severity/schemes/{scheme}/changes': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example redhat-premium */
        scheme: components['parameters']['Scheme']
      }
      cookie?: never
    }
    /** What changed between two versions of a scheme */
    get: operations['compareSchemeVersions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/severity/schemes/{scheme}/cases': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example redhat-premium */
        scheme: components['parameters']['Scheme']
      }
      cookie?: never
    }
    /**
     * Open cases that keep a level of this scheme
     * @description Cases on which you claimed a level in this scheme and that are not closed. They are never read anew with a later version: claim again where that is wanted. It looks at all your open cases.
     */
    get: operations['listSchemeCases']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/severity/confirmed-schemes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Add a scheme whose matrix breaks order, and answer for it
     * @description Some vendors publish tables in which a graver input gives a milder level. They are never repaired: an administrator corrects the cells, or confirms here that they are meant, by naming exactly the pairs that the refusal of `addScheme` and the preview name. The confirmation is kept with the scheme, and every preview shows it.
     */
    post: operations['confirmScheme']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/severity/preview': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * What becomes of every level between two schemes
     * @description A draft, a version of yours or a preset against a partner's published scheme or a preset, both ways, under the circumstances that levels are sent in. Nothing is stored. Every rounding, every two levels that become one, every duty and every level 1 in business hours is named among the warnings. A partner's scheme needs `partners:read` as well. A draft that leaves out a level or breaks the order is refused, and the levels at fault are named.
     */
    post: operations['previewScheme']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/severity/presets': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Schemes that come with the program
     * @description What sixty vendors and standards publish, each with the pages it was read from. A starting point for your own.
     */
    get: operations['listPresets']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/severity/translate': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Say a severity in another vendor's words
     * @description From a code of one scheme, or from a shared level, to a code of another scheme. Nothing is guessed: an unknown text reads as normal and is flagged `unmapped`; a level that the target lacks becomes the next graver one. Schemes are looked up among your own first, then among the presets.
     */
    get: operations['translateSeverity']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/oauth/token': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Get an access token
     * @description OAuth 2.0 client credentials. The client proves itself with its secret (HTTP Basic, or `client_id` and `client_secret` in the form) or with a signed assertion (`private_key_jwt`, RFC 7523: `iss` and `sub` the client id, `aud` the issuer of this gateway, at most 5 minutes of life, `jti` used once). Tokens live 15 minutes.
     */
    post: operations['issueToken']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/.well-known/oauth-authorization-server': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Where and how tokens are issued (RFC 8414) */
    get: operations['readTokenServer']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/console-links': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Make a link into the console for a person
     * @description Your system knows who is sitting there; the console does not. The link opens the console once, within five minutes, in the name you give; after that the browser holds a session of its own.
     */
    post: operations['createConsoleLink']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/healthz': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Is the process alive */
    get: operations['checkHealth']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/readyz': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Can it do its work
     * @description Not while it starts, drains, or has lost its database. A load balancer asks here.
     */
    get: operations['checkReadiness']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/metrics': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Metrics for Prometheus
     * @description May be kept from the outside by the operator, or asked for with a token of its own.
     */
    get: operations['readMetrics']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/docs': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** This contract as a page */
    get: operations['readReference']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/openapi.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** This contract as JSON */
    get: operations['readContractJson']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/openapi.yaml': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** This contract as it was written */
    get: operations['readContractYaml']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /**
     * @description A vendor company, by the address it is known under.
     * @example https://storage.example
     */
    MemberId: string
    /**
     * @description A signed event, by the SHA-256 of what was signed.
     * @example NpIN0Go297YR91rTMFSU_NO_QYcdZdPeXSzH0uWoMYU
     */
    EventId: string
    /**
     * @description A case, by the event that opened it.
     * @example k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM
     */
    CaseId: string
    /**
     * @description The case for people, short enough to say on the phone. Made from the case id; the same at every gateway.
     * @example EN-JEV3-7DR6
     */
    Reference: string
    /** @example vmware-on-premise */
    SchemeId: string
    /**
     * Format: date-time
     * @description ISO 8601 in UTC with milliseconds.
     * @example 2026-11-21T03:04:05.678Z
     */
    Moment: string
    /**
     * Format: date-time
     * @description ISO 8601 with `Z` or an offset.
     * @example 2026-11-21T04:04:05+01:00
     */
    MomentIn: string
    /** @description A short machine-readable text in the clear; never prose, never personal data. */
    Code: string
    /** @description Plain text of several lines. */
    Prose: string
    /** @description Plain text of one line. */
    Line: string
    /**
     * @description The scale all vendors share. 1 critical, 2 high, 3 normal, 4 low.
     * @enum {integer}
     */
    SharedLevel: 1 | 2 | 3 | 4
    /** @enum {string} */
    SharedWord: 'critical' | 'high' | 'normal' | 'low'
    /** @enum {string} */
    SlotName:
      | 'case-number'
      | 'native-severity'
      | 'native-priority'
      | 'work-state'
      | 'next-update'
      | 'engineer'
      | 'contacts'
      | 'onward-wish'
      | 'link'
      | 'duty-manager'
      | 'escalation-manager'
      | 'escalation-engineer'
      | 'technical-owner'
      | 'communication-owner'
    /**
     * @description Who reads a text. `all` are all participants, also those who join later; a list are these participants only.
     * @example all
     */
    Audience: 'all' | components['schemas']['MemberId'][]
    /**
     * @example {
     *       "code": "hv-8",
     *       "version": "8.0.2"
     *     }
     */
    Product: {
      code: components['schemas']['Code']
      /** @default null */
      version?: components['schemas']['Code'] | null
    }
    /**
     * @example {
     *       "name": "Maja Lind",
     *       "phone": "+46 8 555 010"
     *     }
     */
    Contact: {
      name: string
      phone?: string
      /** Format: email */
      email?: string
    }
    /**
     * @description Four questions to ask oneself before another vendor is engaged.
     * @example {
     *       "problemConfirmed": true,
     *       "impactDescribed": true,
     *       "workaround": "unusable",
     *       "milestone": "2026-11-30"
     *     }
     */
    Review: {
      /** @description The problem statement was checked with the customer. */
      problemConfirmed: boolean
      /** @description The effect on the customer's business is described. */
      impactDescribed: boolean
      /** @enum {string} */
      workaround: 'none' | 'unusable' | 'usable' | 'not-tried'
      /**
       * @description A date by which it must work, if there is one.
       * @default null
       */
      milestone?: string | null
    }
    /**
     * @example {
     *       "name": "Nordic Retail AB",
     *       "site": "Malmö data centre",
     *       "consent": "given",
     *       "contact": {
     *         "name": "Oskar Berg"
     *       }
     *     }
     */
    Customer: {
      name: string
      site?: string
      contact?: components['schemas']['Contact']
      /**
       * @description Whether the customer agreed that its data is shared with the vendors in the case.
       * @enum {string}
       */
      consent: 'given' | 'refused' | 'not-asked'
    }
    /**
     * @description The structured problem record. Everything but `summary` may be left out and stated later.
     * @example {
     *       "summary": "Virtual machines freeze for 40 seconds when storage paths fail over",
     *       "kind": "fault",
     *       "product": {
     *         "code": "hv-8",
     *         "version": "8.0.2"
     *       },
     *       "symptoms": "All guests on the cluster stop responding at once; the console shows lost paths.",
     *       "environment": [
     *         {
     *           "name": "Hosts",
     *           "value": "12 in one cluster"
     *         },
     *         {
     *           "name": "Array",
     *           "value": "firmware 6.3.1"
     *         }
     *       ],
     *       "messages": [
     *         "Lost access to volume 5f3a (ds-01) due to connectivity issues"
     *       ],
     *       "tried": [
     *         "Replaced the cables",
     *         "Disabled one path for an hour"
     *       ],
     *       "reproduction": [
     *         "Move a controller to the other node",
     *         "Watch the guests"
     *       ],
     *       "impact": "The web shop of the customer stands still several times a day.",
     *       "workaround": "None that the customer can live with.",
     *       "customer": {
     *         "name": "Nordic Retail AB",
     *         "site": "Malmö data centre",
     *         "consent": "given"
     *       },
     *       "review": {
     *         "problemConfirmed": true,
     *         "impactDescribed": true,
     *         "workaround": "unusable",
     *         "milestone": "2026-11-30"
     *       }
     *     }
     */
    Problem: {
      summary: components['schemas']['Line']
      /**
       * @default fault
       * @enum {string}
       */
      kind?: 'fault' | 'question' | 'request' | 'enhancement'
      /** @default null */
      product?: components['schemas']['Product'] | null
      symptoms?: components['schemas']['Prose']
      environment?: {
        name: string
        value: string
      }[]
      /** @description Exact messages, kept verbatim; the one field that takes markup. */
      messages?: string[]
      tried?: string[]
      reproduction?: string[]
      impact?: components['schemas']['Prose']
      workaround?: components['schemas']['Prose']
      customer?: components['schemas']['Customer']
      /** @default null */
      review?: components['schemas']['Review'] | null
    }
    /**
     * @example {
     *       "problem": {
     *         "summary": "Virtual machines freeze when storage paths fail over",
     *         "product": {
     *           "code": "hv-8"
     *         }
     *       },
     *       "caseNumber": "SR-4711",
     *       "severity": {
     *         "code": "Critical (On Premise Severity 1)",
     *         "reason": "initial"
     *       },
     *       "engagements": [
     *         {
     *           "partner": "https://storage.example",
     *           "ask": "investigate",
     *           "text": "Please look at the path fail-over on the array.",
     *           "due": "2026-11-21T04:04:05Z",
     *           "entitlement": {
     *             "contract": "C-778",
     *             "serial": "A1B2"
     *           },
     *           "contact": {
     *             "name": "Maja Lind",
     *             "phone": "+46 8 555 010"
     *           }
     *         }
     *       ]
     *     }
     */
    OpenCase: {
      problem: components['schemas']['Problem']
      /**
       * @description A test case never alerts anybody.
       * @default false
       */
      test?: boolean
      /** @description Your own number of this case. */
      caseNumber?: components['schemas']['Code']
      severity?: components['schemas']['Severity']
      /** @default [] */
      engagements?: components['schemas']['RequestEngagement'][]
      /**
       * @description Seconds that a holder must have been silent before the host may take the baton back; null for at once.
       * @default null
       */
      batonSilence?: number | null
      /**
       * @description The case that this one continues, when its host is gone or it is full.
       * @default null
       */
      continues?: components['schemas']['CaseId'] | null
    }
    /**
     * @example {
     *       "partner": "https://os.example",
     *       "ask": "assist",
     *       "text": "Does the guest driver retry as it should?",
     *       "form": {
     *         "os-version": "9.4"
     *       }
     *     }
     */
    RequestEngagement: {
      partner: components['schemas']['MemberId']
      /**
       * @default assist
       * @enum {string}
       */
      ask?: 'assist' | 'investigate' | 'take-over' | 'inform'
      /** @description Code of the product of the partner that this is about, as its profile lists it. An agreement on single products is judged by it; absent, by the product of the case. */
      product?: components['schemas']['Code']
      /** @description What you ask */
      text?: components['schemas']['Prose']
      /**
       * @description When you would like an answer.
       * @default null
       */
      due?: components['schemas']['MomentIn'] | null
      /** @description The partner's intake form, by field key. */
      form?: {
        [key: string]: string
      }
      /** @description What entitles the customer at this partner. Only the two of you read it. */
      entitlement?: {
        contract?: string
        serial?: string
        level?: string
      }
      /** @description Whom the partner calls on your side. */
      contact?: components['schemas']['Contact']
      /** @description The support plan of the customer, by the code of the partner. */
      plan?: components['schemas']['Code']
      /** @enum {string} */
      channel?: 'api' | 'web'
      levelDuties?: components['schemas']['LevelDutyAnswers']
      phone?: components['schemas']['PhoneHandOff']
      impact?: string
    }
    /**
     * @description A `code` of your scheme (the one in your profile, unless `scheme` names another), a `cell` of its matrix, or a shared `level`.
     * @example {
     *       "code": "Critical (On Premise Severity 1)",
     *       "reason": "impact-changed",
     *       "note": "The second site is down too.",
     *       "impact": "Order intake stands still in both halls.",
     *       "contact": {
     *         "name": "Night desk",
     *         "phone": "+49 30 000000"
     *       }
     *     }
     */
    Severity: {
      scheme?: components['schemas']['SchemeId']
      code?: string
      cell?: components['schemas']['MatrixCell']
      level?: components['schemas']['SharedLevel']
      /**
       * @default initial
       * @enum {string}
       */
      reason?:
        | 'initial'
        | 'impact-changed'
        | 'misclassified'
        | 'workaround'
        | 'restored'
        | 'contact-lost'
        | 'agreed'
        | 'other'
      note?: components['schemas']['Prose']
      /** @description What it does to the business. The gravest level needs it, unless the reason is `agreed`; when a case is opened that of the problem stands in. */
      impact?: components['schemas']['Prose']
      /** @description Who can be reached. The gravest level needs it, unless the reason is `agreed`; when a case is opened that of the first engagement stands in. */
      contact?: components['schemas']['Contact']
    } & (unknown | unknown | unknown)
    /**
     * @description Who takes on what the level asks of you: a contact who can be reached at any hour, a phone call.
     * @example {
     *       "contact": "given",
     *       "call": "promised"
     *     }
     */
    LevelDutyAnswers: {
      /**
       * @description `given` needs a `contact` with a number or an address.
       * @enum {string}
       */
      contact?: 'given' | 'promised' | 'none'
      /**
       * @description A hand-off made by phone is a call; then it is left out.
       * @enum {string}
       */
      call?: 'promised' | 'none'
    }
    /**
     * @description A hand-off that was made by phone: the clocks of the partner run from then on, and it says whether it was as written.
     * @example {
     *       "at": "2026-11-21T03:02:00Z",
     *       "caller": "Maja Lind",
     *       "answeredBy": "Ines Prado",
     *       "agreed": "Both bridges stay open until the paths hold.",
     *       "reference": "CALL-881"
     *     }
     */
    PhoneHandOff: {
      at: components['schemas']['MomentIn']
      caller: string
      answeredBy: string
      agreed: string
      /** @description What the desk of the partner calls the call. */
      reference?: string
    }
    /**
     * @example {
     *       "partner": "https://os.example",
     *       "severity": {
     *         "level": 1
     *       },
     *       "levelDuties": {
     *         "contact": "none"
     *       }
     *     }
     */
    PreviewEngagement: {
      partner: components['schemas']['MemberId']
      product?: components['schemas']['Code']
      plan?: components['schemas']['Code']
      /** @enum {string} */
      channel?: 'api' | 'web'
      levelDuties?: components['schemas']['LevelDutyAnswers']
      severity: components['schemas']['Severity']
      /** @default false */
      byPhone?: boolean
    }
    /**
     * @example {
     *       "confirmed": true
     *     }
     */
    ConfirmCall: {
      confirmed: boolean
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "duty": "call",
     *       "reference": "CALL-881"
     *     }
     */
    MeetDuty: {
      /** @enum {string} */
      duty: 'call' | 'contact'
      reference?: string
    }
    /**
     * @example {
     *       "reason": "maintenance-window"
     *     }
     */
    PauseClock: {
      /**
       * @default all
       * @enum {string}
       */
      clock?: 'all' | 'next-update' | 'workaround' | 'resolve'
      /** @enum {string} */
      reason:
        | 'waiting-for-requester'
        | 'waiting-for-customer'
        | 'awaiting-call'
        | 'awaiting-contact'
        | 'maintenance-window'
        | 'monitoring'
        | 'third-party'
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "pause": "NpIN0Go297YR91rTMFSU_NO_QYcdZdPeXSzH0uWoMYU"
     *     }
     */
    ResumeClock: {
      /** @description The pause that ends. */
      pause: components['schemas']['EventId']
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "reason": "no-progress",
     *       "justification": "Nobody has looked at the traces since Monday.",
     *       "questions": {
     *         "problemConfirmed": true,
     *         "impactDescribed": true,
     *         "workaround": "unusable"
     *       },
     *       "criticalDate": "2026-11-30"
     *     }
     */
    RaiseEscalation: {
      /** @enum {string} */
      reason:
        | 'no-progress'
        | 'response-missed'
        | 'expertise'
        | 'business-impact'
        | 'milestone-at-risk'
        | 'dissatisfaction'
        | 'severity-dispute'
        | 'security'
      /**
       * @default duty-manager
       * @enum {string}
       */
      level?: 'duty-manager' | 'regional' | 'global'
      /** @default null */
      criticalDate?: string | null
      justification: components['schemas']['Prose']
      impact?: components['schemas']['Prose']
      /** @description What must hold for it to end. */
      exitCriteria?: components['schemas']['Prose']
      questions: components['schemas']['Review']
      /**
       * @description It comes with a severity, since the scheme couples the two.
       * @default false
       */
      coupled?: boolean
      /** @default false */
      oneSided?: boolean
    }
    /**
     * @example {
     *       "reason": "no-progress",
     *       "level": "regional",
     *       "justification": "Still nobody has."
     *     }
     */
    RestateEscalation: {
      /** @enum {string} */
      reason:
        | 'no-progress'
        | 'response-missed'
        | 'expertise'
        | 'business-impact'
        | 'milestone-at-risk'
        | 'dissatisfaction'
        | 'severity-dispute'
        | 'security'
      /**
       * @default duty-manager
       * @enum {string}
       */
      level?: 'duty-manager' | 'regional' | 'global'
      /** @default null */
      criticalDate?: string | null
      justification: components['schemas']['Prose']
      impact?: components['schemas']['Prose']
      /** @description What must hold for it to end. */
      exitCriteria?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "manager": {
     *         "name": "Ines Prado",
     *         "phone": "+351 21 555 020"
     *       }
     *     }
     */
    AcknowledgeEscalation: {
      manager: components['schemas']['Contact']
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "code": "below-entry-level"
     *     }
     */
    DeclineEscalation: {
      /** @enum {string} */
      code: 'below-entry-level' | 'not-agreed' | 'duplicate' | 'severity-change-instead' | 'other'
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "plan": "Traces read by Tuesday (Ines Prado), fix tried on Wednesday."
     *     }
     */
    ProposeEscalationPlan: {
      plan: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "plan": "NpIN0Go297YR91rTMFSU_NO_QYcdZdPeXSzH0uWoMYU"
     *     }
     */
    AgreeEscalationPlan: {
      /** @description The proposal. */
      plan: components['schemas']['EventId']
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "onTrack": true
     *     }
     */
    ReportOnTrack: {
      onTrack: boolean
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "planDoneOrOnCourse": true,
     *       "analysisOnCourse": true,
     *       "customerAgreed": true,
     *       "notice": 259200
     *     }
     */
    ProposeEscalationEnd: {
      planDoneOrOnCourse: boolean
      analysisOnCourse: boolean
      customerAgreed: boolean
      /**
       * @description Seconds of silence; null: it needs the word of the raiser.
       * @default null
       */
      notice?: number | null
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "planDoneOrOnCourse": true,
     *       "analysisOnCourse": true,
     *       "agreement": "Maja Lind for the customer, by phone on Friday at ten."
     *     }
     */
    EndEscalation: {
      planDoneOrOnCourse: boolean
      analysisOnCourse: boolean
      /** @description Who agreed, and when. */
      agreement: string
      /** @default null */
      proposal?: components['schemas']['EventId'] | null
    }
    /**
     * @example {
     *       "member": "https://os.example",
     *       "text": "The second site still waits."
     *     }
     */
    ObjectToEscalationEnd: {
      /** @description Whose proposal it is. */
      member: components['schemas']['MemberId']
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "rhythmMinutes": 60,
     *       "channel": "conference",
     *       "attendees": [
     *         "Maja Lind",
     *         "Ines Prado"
     *       ]
     *     }
     */
    ProposePlan: {
      rhythmMinutes: number
      /** @enum {string} */
      channel: 'phone' | 'mail' | 'conference' | 'chat' | 'case'
      /** @default null */
      nextUpdate?: components['schemas']['MomentIn'] | null
      /** @description How to dial in. */
      bridge?: string
      attendees?: string[]
      /** @description Who speaks to the end customer. */
      speaker?: components['schemas']['Contact']
    }
    /**
     * @example {
     *       "assignee": "https://os.example",
     *       "text": "Read the traces.",
     *       "due": "2026-11-22T10:00:00Z"
     *     }
     */
    AddAction: {
      assignee: components['schemas']['MemberId']
      text: string
      /** @default null */
      due?: components['schemas']['MomentIn'] | null
      /** @default null */
      escalation?: components['schemas']['EventId'] | null
    }
    /**
     * @example {
     *       "word": "taken"
     *     }
     */
    AnswerAction: {
      /** @enum {string} */
      word: 'taken' | 'done' | 'cannot'
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "cause": "defect",
     *       "references": [
     *         {
     *           "kind": "defect",
     *           "id": "FW-1093"
     *         }
     *       ],
     *       "fix": "Firmware 6.3.2."
     *     }
     */
    StateResolution: {
      /** @enum {string} */
      cause:
        | 'defect'
        | 'configuration'
        | 'environment'
        | 'usage'
        | 'unknown'
        | 'third-party'
        | 'capacity'
        | 'security'
      /** @default null */
      fixOwner?: components['schemas']['MemberId'] | null
      references?: {
        /** @enum {string} */
        kind: 'defect' | 'knowledge' | 'advisory' | 'release'
        id: components['schemas']['Code']
      }[]
      /**
       * @description Whether the field should be told.
       * @default false
       */
      fieldFeedback?: boolean
      summary?: components['schemas']['Prose']
      fix?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "minutes": 90,
     *       "activity": "analysis",
     *       "day": "2026-11-21"
     *     }
     */
    ShareEffort: {
      minutes: number
      activity: components['schemas']['Code']
      /** Format: date */
      day: string
      /** @default null */
      engagement?: components['schemas']['EventId'] | null
      text?: string
    }
    /**
     * @example {
     *       "member": "https://os.example",
     *       "text": "Both halls still stand still."
     *     }
     */
    RefuseLowering: {
      /** @description Whose milder claim it is. */
      member: components['schemas']['MemberId']
      text: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "member": "https://os.example"
     *     }
     */
    AgreeSeverity: {
      member: components['schemas']['MemberId']
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "summary": "Firmware of both controllers is updated",
     *       "window": {
     *         "from": "2026-12-05T22:00:00Z",
     *         "until": "2026-12-06T02:00:00Z"
     *       },
     *       "partners": [
     *         "https://os.example"
     *       ],
     *       "contacts": [
     *         {
     *           "name": "Night desk",
     *           "phone": "+46 8 555 010"
     *         }
     *       ],
     *       "rollback": "The old firmware stays on the second bank."
     *     }
     */
    OpenNotice: {
      summary: string
      window: {
        from: components['schemas']['MomentIn']
        until: components['schemas']['MomentIn']
      }
      partners: components['schemas']['MemberId'][]
      contacts: components['schemas']['Contact'][]
      /** @description How it is taken back. */
      rollback: components['schemas']['Prose']
      /** @description What is done. */
      text?: components['schemas']['Prose']
      impact?: components['schemas']['Prose']
      /** @default null */
      product?: {
        code: components['schemas']['Code']
        /** @default null */
        version?: components['schemas']['Code'] | null
      } | null
      caseNumber?: components['schemas']['Code']
      /** @default false */
      test?: boolean
    }
    /**
     * @example {
     *       "symptoms": "Controller B does not come back.",
     *       "engagements": [
     *         {
     *           "partner": "https://os.example"
     *         }
     *       ]
     *     }
     */
    HandOffNotice: {
      summary?: string
      /** @description What went wrong. */
      symptoms: components['schemas']['Prose']
      impact?: components['schemas']['Prose']
      caseNumber?: components['schemas']['Code']
      severity?: components['schemas']['Severity']
      engagements: components['schemas']['RequestEngagement'][]
    }
    /**
     * @example {
     *       "code": "solved",
     *       "text": "Firmware 6.3.2 fixes the fail-over."
     *     }
     */
    CloseCase: {
      /** @enum {string} */
      code:
        | 'solved'
        | 'workaround'
        | 'no-fault-found'
        | 'given-up'
        | 'duplicate'
        | 'expired'
        | 'handed-off'
        | 'other'
      text?: components['schemas']['Prose']
      /**
       * @description The resolution that counts, of those stated.
       * @default null
       */
      counts?: components['schemas']['EventId'] | null
    }
    /**
     * @example {
     *       "code": "returned",
     *       "text": "It froze again at 02:10."
     *     }
     */
    ReopenCase: {
      /** @enum {string} */
      code: 'returned' | 'not-solved' | 'new-information' | 'mistake' | 'other'
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "text": "Thank you."
     *     }
     */
    Remark: {
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "text": "We are looking at it.",
     *       "engineer": {
     *         "name": "Ines Prado",
     *         "phone": "+351 21 555 020"
     *       }
     *     }
     */
    AcceptEngagement: {
      text?: components['schemas']['Prose']
      /** @description Who works on it. */
      engineer?: components['schemas']['Contact']
    }
    /**
     * @example {
     *       "code": "not-our-product",
     *       "text": "The array is another vendor's."
     *     }
     */
    DeclineEngagement: {
      /** @enum {string} */
      code:
        | 'not-our-product'
        | 'no-entitlement'
        | 'modified-configuration'
        | 'unsupported-version'
        | 'insufficient-information'
        | 'duplicate'
        | 'no-capacity'
        | 'closed-meanwhile'
        | 'other'
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "text": "Which firmware runs on the array?",
     *       "fields": [
     *         "firmware"
     *       ]
     *     }
     */
    RequestInformation: {
      text: components['schemas']['Prose']
      /**
       * @description Keys of your intake form that you would like to see filled in.
       * @default []
       */
      fields?: components['schemas']['Code'][]
      /** @default all */
      audience?: components['schemas']['Audience']
    }
    /**
     * @description A text, filled-in fields of the partner's intake form, or both.
     * @example {
     *       "text": "Firmware 6.3.1, since May.",
     *       "form": {
     *         "firmware": "6.3.1"
     *       }
     *     }
     */
    ProvideInformation:
      | {
          text?: components['schemas']['Prose']
          form?: {
            [key: string]: string
          }
          /**
           * @description The question that this answers.
           * @default null
           */
          answers?: components['schemas']['EventId'] | null
          /** @default all */
          audience?: components['schemas']['Audience']
        }
      | unknown
      | unknown
    /**
     * @example {
     *       "code": "wrong-partner"
     *     }
     */
    WithdrawEngagement: {
      /** @enum {string} */
      code: 'solved' | 'wrong-partner' | 'not-needed' | 'mistake' | 'other'
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "outcome": "solved",
     *       "text": "Fixed in firmware 6.3.2."
     *     }
     */
    CompleteEngagement: {
      /** @enum {string} */
      outcome:
        'solved' | 'workaround' | 'no-fault-found' | 'not-our-product' | 'handed-back' | 'other'
      text?: components['schemas']['Prose']
      /** @default all */
      audience?: components['schemas']['Audience']
    }
    /**
     * @example {
     *       "code": "work-done"
     *     }
     */
    LeaveCase: {
      /** @enum {string} */
      code: 'work-done' | 'not-our-product' | 'no-entitlement' | 'other'
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "member": "https://os.example",
     *       "code": "not-needed"
     *     }
     */
    RemoveMember: {
      member: components['schemas']['MemberId']
      /** @enum {string} */
      code: 'not-needed' | 'unresponsive' | 'suspended' | 'compromised' | 'other'
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "member": "https://storage.example",
     *       "granted": true
     *     }
     */
    GrantMayEngage: {
      member: components['schemas']['MemberId']
      granted: boolean
    }
    /**
     * @example {
     *       "member": "https://os.example",
     *       "text": "The guest driver is theirs."
     *     }
     */
    ProposeMember: {
      member: components['schemas']['MemberId']
      text?: components['schemas']['Prose']
      /** @default all */
      audience?: components['schemas']['Audience']
    }
    /**
     * @example {
     *       "member": "https://os.example"
     *     }
     */
    AboutMember: {
      member: components['schemas']['MemberId']
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "member": "https://os.example",
     *       "keys": [
     *         "sYE5edc9O1s_BPVrDQQrZAlzoI_gCBpJEZh6HHRthOo"
     *       ]
     *     }
     */
    ResumeAuthor: {
      member: components['schemas']['MemberId']
      /** @description Thumbprints (RFC 7638) of the keys the member signs with from now on, compared by a second channel. */
      keys: components['schemas']['EventId'][]
      text?: components['schemas']['Prose']
    }
    /**
     * @example {
     *       "author": "https://os.example",
     *       "events": [
     *         "sYE5edc9O1s_BPVrDQQrZAlzoI_gCBpJEZh6HHRthOo",
     *         "k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM"
     *       ]
     *     }
     */
    ShowEquivocation: {
      author: components['schemas']['MemberId']
      /** @description As `equivocations` of the case names them. */
      events: components['schemas']['EventId'][]
    }
    /**
     * @example {
     *       "rules": 2
     *     }
     */
    RaiseRules: {
      rules: number
    }
    /**
     * @example {
     *       "purpose": "event"
     *     }
     */
    RotateKeys: {
      purpose: components['schemas']['KeyPurpose']
      /**
       * @description At once, without the day of overlap.
       * @default false
       */
      now?: boolean
      /**
       * @description The old key is no longer to be believed.
       * @default false
       */
      compromised?: boolean
    }
    /**
     * @description `federation` vouches for you, `event` signs what you write, `token` signs access tokens.
     * @enum {string}
     */
    KeyPurpose: 'federation' | 'event' | 'token'
    /**
     * @example {
     *       "purpose": "event",
     *       "kid": "sYE5edc9O1s_BPVrDQQrZAlzoI_gCBpJEZh6HHRthOo",
     *       "state": "published",
     *       "activeFrom": "2026-11-22T03:04:05.000Z",
     *       "retired": null
     *     }
     */
    KeyRotation: {
      purpose: components['schemas']['KeyPurpose']
      /** @description The new key. */
      kid: string
      /** @enum {string} */
      state: 'published' | 'active'
      activeFrom: components['schemas']['Moment']
      /** @description The key it replaced. */
      retired: string | null
    }
    /**
     * @example {
     *       "items": [
     *         {
     *           "kid": "sYE5edc9O1s_BPVrDQQrZAlzoI_gCBpJEZh6HHRthOo",
     *           "purpose": "event",
     *           "state": "active",
     *           "createdAt": "2026-11-21T03:04:05.000Z",
     *           "activeFrom": "2026-11-21T03:04:05.000Z",
     *           "retiredAt": null,
     *           "revoked": null
     *         }
     *       ]
     *     }
     */
    KeyList: {
      items: {
        /** @description Thumbprint (RFC 7638). */
        kid: string
        purpose: components['schemas']['KeyPurpose']
        /** @enum {string} */
        state: 'published' | 'active' | 'retired'
        createdAt: components['schemas']['Moment']
        activeFrom: components['schemas']['Moment'] | null
        retiredAt: components['schemas']['Moment'] | null
        revoked: {
          at: components['schemas']['Moment']
          /** @enum {string} */
          reason: 'unspecified' | 'compromised' | 'superseded'
        } | null
      }[]
    }
    /**
     * @example {
     *       "reason": "Storage Vendor closed down; nobody there can confirm our last event."
     *     }
     */
    ForceFence: {
      /** @description Why, for everybody in the case to read. */
      reason: string
    }
    /**
     * @example {
     *       "text": "The second controller shows the same timeout.",
     *       "kind": "update",
     *       "audience": [
     *         "https://storage.example"
     *       ]
     *     }
     */
    AddNote: {
      text: components['schemas']['Prose']
      /**
       * @default update
       * @enum {string}
       */
      kind?: 'update' | 'question' | 'answer' | 'workaround' | 'plan' | 'other'
      /**
       * @description The event that this is about, such as a question.
       * @default null
       */
      re?: components['schemas']['EventId'] | null
      /** @default all */
      audience?: ('all' | 'own-organisation') | components['schemas']['MemberId'][]
      /** @description Who writes, for notes to your own organisation; otherwise your API client's name. */
      author?: string
    }
    /**
     * @example {
     *       "value": "SR-4711"
     *     }
     */
    SetSlot: {
      /** @description `case-number`, `native-severity`, `native-priority`: a code. `work-state`: one of its words. `next-update`: a moment. `engineer`, and the roles `duty-manager`, `escalation-manager`, `escalation-engineer`, `technical-owner`, `communication-owner`: a contact. `contacts`: a list of contacts with a `role`. `onward-wish`: prose. `link`: an https address. null empties the slot. */
      value:
        null | string | components['schemas']['Contact'] | components['schemas']['RoleContact'][]
      /**
       * @description Only for engineer, the roles, contacts, onward-wish and link, which are personal data or prose; the others are in the clear.
       * @default all
       */
      audience?: components['schemas']['Audience']
    }
    /**
     * @example {
     *       "name": "Ines Prado",
     *       "role": "duty manager",
     *       "phone": "+351 21 555 020"
     *     }
     */
    RoleContact: {
      name: string
      role?: string
      phone?: string
      /** Format: email */
      email?: string
    }
    /**
     * @example {
     *       "to": "https://storage.example",
     *       "text": "Yours from here; we wait for the firmware."
     *     }
     */
    Offer: {
      to: components['schemas']['MemberId']
      text?: components['schemas']['Prose']
      /** @default all */
      audience?: components['schemas']['Audience']
    }
    /**
     * @example {
     *       "code": "waiting-for-others",
     *       "text": "We wait for the customer's logs."
     *     }
     */
    DeclineBaton: {
      /** @enum {string} */
      code: 'not-ours' | 'no-capacity' | 'waiting-for-others' | 'other'
      text?: components['schemas']['Prose']
    }
    /** @description Your severity in the words of a partner. */
    SentSeverity: {
      partner: components['schemas']['MemberId']
      /** @description The level you claim; null where you claim none, and then none is sent. */
      meant: {
        level: components['schemas']['SharedLevel']
        word: components['schemas']['SharedWord']
      } | null
      /** @description Null where the partner publishes no scheme that can be read; then the shared level goes over alone. */
      sent: {
        scheme: string
        version: string
        code: string
        name: string
        level: components['schemas']['SharedLevel']
        word: components['schemas']['SharedWord']
        /** @enum {string} */
        rounded: 'exact' | 'up' | 'down'
        /** @description Why it is not the level that was meant. */
        reason: ('entitlement' | 'no-contact' | 'no-call') | null
        levelDuties: ('call' | 'contact')[]
      } | null
      /** @description The word for why there is nothing in its own words. */
      unknown: string | null
      /** @description Duties that `levelDuties` does not speak to yet. */
      unanswered: ('call' | 'contact')[]
      /** @description Duties that were promised: the level waits for them. */
      unmet: ('call' | 'contact')[]
      /** @description It is milder than what was meant: tell somebody, and use another channel as well. */
      alarm: boolean
      warnings: ('business-hours' | 'plan-unknown')[]
    }
    EngagementPreview: {
      severity: components['schemas']['SentSeverity']
      whoAnswers: components['schemas']['WhoAnswers']
      /** @description How soon the partner promises to act at that level, plan and channel. */
      targets: {
        /** @enum {string} */
        clock: 'acknowledge' | 'accept' | 'next-update' | 'workaround' | 'resolve'
        /** @description One of the three. */
        within: {
          minutes?: number
          workingMinutes?: number
          businessDays?: number
        }
        calendar: string | null
        /** @enum {string} */
        source: 'profile' | 'default'
        matched: ('product' | 'plan' | 'channel')[]
        field: string | null
      }[]
    }
    EscalationPage: {
      items: {
        case: components['schemas']['CaseRow']
        escalations: {
          id: components['schemas']['EventId']
          by: components['schemas']['MemberId']
          /** @enum {string} */
          state: 'requested' | 'acknowledged' | 'active' | 'on-track' | 'declined'
          reason: string
          /** @enum {string} */
          level: 'duty-manager' | 'regional' | 'global'
          criticalDate: string | null
          coupled: boolean
          oneSided: boolean
          raisedAt: components['schemas']['Moment']
          statedAt: components['schemas']['Moment']
        }[]
      }[]
      next: string | null
    }
    /**
     * @example {
     *       "caseId": "k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM",
     *       "reference": "EN-JEV3-7DR6",
     *       "version": 7,
     *       "events": [
     *         {
     *           "id": "NpIN0Go297YR91rTMFSU_NO_QYcdZdPeXSzH0uWoMYU",
     *           "type": "note-added"
     *         }
     *       ]
     *     }
     */
    Receipt: {
      caseId: components['schemas']['CaseId']
      reference: components['schemas']['Reference']
      /** @description The version the case has now, as in the ETag. */
      version: number
      /** @description What was written, in order; empty when nothing but your own organisation learns of it. */
      events: {
        id: components['schemas']['EventId']
        type: string
      }[]
      /** @description Of each vendor asked in it, the severity as it was sent. */
      sent?: components['schemas']['SentSeverity'][]
    }
    /** @enum {string} */
    Standing: 'requested' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed' | 'left' | 'removed'
    /**
     * @description `invited` you see the invitation. `joining` you accepted and the history is arriving. `shared` all of it is here. `refused` your agreement said no.
     * @enum {string}
     */
    Stage: 'invited' | 'joining' | 'shared' | 'refused'
    /**
     * @description `closed-contested`: closed, but somebody wrote something weighty before it knew; open for all purposes until the host closes again or reopens.
     * @enum {string}
     */
    StatusWord: 'open' | 'closed' | 'closed-contested'
    /** @enum {string} */
    Flag:
      | 'holder-gone'
      | 'closed-contested'
      | 'equivocation'
      | 'author-frozen'
      | 'crossed'
      | 'claim-unseen'
      | 'claim-unsupported'
      | 'escalated'
      | 'phone-unconfirmed'
      | 'phone-disputed'
      | 'level-duty-unmet'
      | 'severity-disputed'
    /**
     * @example {
     *       "caseId": "k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM",
     *       "reference": "EN-JEV3-7DR6",
     *       "version": 7,
     *       "stage": "shared",
     *       "status": "open",
     *       "test": false,
     *       "kind": "fault",
     *       "product": {
     *         "code": "hv-8",
     *         "version": "8.0.2"
     *       },
     *       "summary": "Virtual machines freeze when storage paths fail over",
     *       "host": "https://hypervisor.example",
     *       "holder": "https://hypervisor.example",
     *       "participants": [
     *         {
     *           "member": "https://hypervisor.example",
     *           "standing": "accepted",
     *           "caseNumber": "SR-4711"
     *         },
     *         {
     *           "member": "https://storage.example",
     *           "standing": "requested",
     *           "caseNumber": null
     *         }
     *       ],
     *       "severity": 1,
     *       "requested": 1,
     *       "accepted": null,
     *       "waitingOnUs": true,
     *       "flags": [],
     *       "openedAt": "2026-11-21T03:04:05.000Z",
     *       "updatedAt": "2026-11-21T03:09:12.345Z"
     *     }
     */
    CaseRow: {
      caseId: components['schemas']['CaseId']
      reference: components['schemas']['Reference']
      version: number
      stage: components['schemas']['Stage']
      status: components['schemas']['StatusWord']
      test: boolean
      kind: string
      product: components['schemas']['ProductOut'] | null
      summary: string | null
      host: components['schemas']['MemberId']
      /** @description Who holds the baton. */
      holder: components['schemas']['MemberId']
      participants: {
        member: components['schemas']['MemberId']
        standing: components['schemas']['Standing']
        caseNumber: string | null
      }[]
      /** @description The effective level. */
      severity: components['schemas']['SharedLevel'] | null
      /** @description What the host asks for. */
      requested: components['schemas']['SharedLevel'] | null
      /** @description The mildest level that the others state; null while none does. */
      accepted: components['schemas']['SharedLevel'] | null
      /** @description Whether you owe the next step of the case or of an engagement. */
      waitingOnUs: boolean
      flags: components['schemas']['Flag'][]
      openedAt: components['schemas']['Moment']
      updatedAt: components['schemas']['Moment']
    }
    Clock: {
      /** @enum {string} */
      clock: 'acknowledge' | 'accept' | 'next-update' | 'workaround' | 'resolve'
      /**
       * @description `breached` while it still runs too; `ended`: it was over before it was due.
       * @enum {string}
       */
      word: 'not-started' | 'running' | 'paused' | 'met' | 'breached' | 'ended'
      /** @description By which level it runs, whose that is, and since when. */
      level: {
        level: components['schemas']['SharedLevel']
        /** @enum {string} */
        source: 'accepted' | 'requested' | 'default'
        since: components['schemas']['Moment'] | null
      }
      /** @description The published figure that won, and why; null where nothing is promised. */
      target: {
        /** @enum {string} */
        source: 'profile' | 'default'
        within: {
          [key: string]: number
        }
        calendar: {
          id: string
          zone: string
        } | null
        matched: ('product' | 'plan' | 'channel')[]
        field: string | null
      } | null
      /** @description A promise of an update that is due before the rhythm is. */
      promise: {
        due: components['schemas']['Moment']
        madeAt: components['schemas']['Moment']
      } | null
      started: components['schemas']['ClockTurn']
      stopped: components['schemas']['ClockTurn']
      /** @description When it stood still, and why; they may overlap. */
      holds: {
        reason: string
        from: components['schemas']['Moment']
        until: components['schemas']['Moment'] | null
      }[]
      /** @description Seconds. Idle is outside of the target's hours. */
      time: {
        spent: number
        paused: number
        idle: number
        allowed: number | null
      }
      warnAt: components['schemas']['Moment'] | null
      /** @description Null without a target, and while it cannot be told because the clock is held. */
      dueAt: components['schemas']['Moment'] | null
      remindAt: components['schemas']['Moment'] | null
    }
    /** @description When it started or stopped, and what did it. */
    ClockTurn: {
      at: components['schemas']['Moment']
      by: string
    } | null
    /**
     * @example {
     *       "at": "2026-11-21T04:04:05.000Z",
     *       "engagements": [],
     *       "spans": [
     *         {
     *           "from": "2026-11-21T03:04:05.000Z",
     *           "to": "2026-11-21T04:04:05.000Z",
     *           "word": "held",
     *           "holder": "https://hypervisor.example"
     *         }
     *       ],
     *       "shares": [
     *         {
     *           "word": "held",
     *           "holder": "https://hypervisor.example",
     *           "seconds": 3600
     *         }
     *       ]
     *     }
     */
    CaseClocks: {
      at: components['schemas']['Moment']
      engagements: {
        engagement: components['schemas']['EventId']
        invitee: components['schemas']['MemberId']
        clocks: components['schemas']['Clock'][]
      }[]
      spans: {
        from: components['schemas']['Moment']
        to: components['schemas']['Moment']
        /** @enum {string} */
        word: 'held' | 'closed' | 'untold'
        holder: components['schemas']['MemberId'] | null
      }[]
      shares: {
        /** @enum {string} */
        word: 'held' | 'closed' | 'untold'
        holder: components['schemas']['MemberId'] | null
        seconds: number
      }[]
    }
    /**
     * @example {
     *       "items": [],
     *       "next": null
     *     }
     */
    ClockPage: {
      items: {
        caseId: components['schemas']['CaseId']
        engagement: components['schemas']['EventId']
        /** @enum {string} */
        clock: 'acknowledge' | 'accept' | 'next-update' | 'workaround' | 'resolve'
        invitee: components['schemas']['MemberId']
        /** @enum {string} */
        word: 'running' | 'warning' | 'breached' | 'paused'
        level: components['schemas']['SharedLevel']
        test: boolean
        startedAt: components['schemas']['Moment']
        warnAt: components['schemas']['Moment'] | null
        dueAt: components['schemas']['Moment'] | null
      }[]
      next: components['schemas']['Next']
    }
    /**
     * @example {
     *       "items": [
     *         {
     *           "caseId": "k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM",
     *           "reference": "EN-JEV3-7DR6",
     *           "version": 7,
     *           "stage": "shared",
     *           "status": "open",
     *           "test": false,
     *           "kind": "fault",
     *           "product": {
     *             "code": "hv-8",
     *             "version": "8.0.2"
     *           },
     *           "summary": "Virtual machines freeze when storage paths fail over",
     *           "host": "https://hypervisor.example",
     *           "holder": "https://hypervisor.example",
     *           "participants": [
     *             {
     *               "member": "https://hypervisor.example",
     *               "standing": "accepted",
     *               "caseNumber": "SR-4711"
     *             },
     *             {
     *               "member": "https://storage.example",
     *               "standing": "requested",
     *               "caseNumber": null
     *             }
     *           ],
     *           "severity": 1,
     *           "requested": 1,
     *           "accepted": null,
     *           "waitingOnUs": true,
     *           "flags": [],
     *           "openedAt": "2026-11-21T03:04:05.000Z",
     *           "updatedAt": "2026-11-21T03:09:12.345Z"
     *         }
     *       ],
     *       "next": null
     *     }
     */
    CasePage: {
      items: components['schemas']['CaseRow'][]
      next: components['schemas']['Next']
    }
    /** @description Send it as `after` to get the next page; null when there is none. */
    Next: string | null
    ProductOut: {
      code: string
      version: string | null
    }
    /** @description A vendor's own severity, verbatim, and where it belongs. */
    NativeSeverity: {
      scheme: string
      version: string
      code: string
    }
    Claim: {
      level: components['schemas']['SharedLevel']
      word: components['schemas']['SharedWord']
      native: components['schemas']['NativeSeverity'] | null
      reason: string
      text: components['schemas']['Text']
      at: components['schemas']['Moment']
      event: components['schemas']['EventId']
      /** @description Made before its author knew it had been removed; it stands all the same. */
      unseen: boolean
      /** @description The gravest level, without a sentence on its impact or a contact; it stands all the same. */
      unsupported: boolean
      impact: components['schemas']['Text']
      contact: components['schemas']['Text']
    }
    /** @description A text as it was disclosed to you: usually a string, else an object or a list; null when there is none, or when you do not hold it. */
    Text: unknown
    SlotValue: {
      /** @description A string, a contact, a list of contacts, a moment; null when empty or not for you. */
      value: unknown
      at: components['schemas']['Moment']
    }
    Participant: {
      member: components['schemas']['MemberId']
      isUs: boolean
      isHost: boolean
      holdsBaton: boolean
      standing: components['schemas']['Standing']
      /** @description The engagement that counts; null for the member that opened the case. */
      engagement: components['schemas']['EventId'] | null
      mayEngage: boolean
      severity: components['schemas']['Claim'] | null
      /** @description What it states about its own side, by slot. */
      slots: {
        [key: string]: components['schemas']['SlotValue']
      }
      reopenRequestedAt: components['schemas']['Moment'] | null
      frozen: boolean
      /** @description How many keys are in force for its signature. */
      keys: number
      events: number
      lastEventAt: components['schemas']['Moment']
      /** @description When it last confirmed what it had received. */
      lastReceivedAt: components['schemas']['Moment'] | null
      /** @description When it last told others how it goes. */
      lastUpdateAt: components['schemas']['Moment'] | null
      /** @description Its latest promises of a next update, the oldest first. */
      promises: {
        due: components['schemas']['Moment']
        madeAt: components['schemas']['Moment']
        /** @description When an update kept it; null while none did, and for good once it is past due. */
        keptAt: components['schemas']['Moment'] | null
      }[]
      resolution: components['schemas']['Resolution'] | null
      /** @description The effort it shared. */
      effortMinutes: number
    }
    Resolution: {
      id: components['schemas']['EventId']
      at: components['schemas']['Moment']
      /** @enum {string} */
      cause:
        | 'defect'
        | 'configuration'
        | 'environment'
        | 'usage'
        | 'unknown'
        | 'third-party'
        | 'capacity'
        | 'security'
      fixOwner: components['schemas']['MemberId'] | null
      references: {
        /** @enum {string} */
        kind: 'defect' | 'knowledge' | 'advisory' | 'release'
        id: string
      }[]
      fieldFeedback: boolean
      /** @description Whether the host said that this one counts. */
      counts: boolean
      texts: {
        [key: string]: components['schemas']['Text']
      }
    }
    WaitingOn: {
      member: components['schemas']['MemberId']
      /**
       * @description An answer to the invitation, information that was asked for, the work, or a confirmation that it is done.
       * @enum {string}
       */
      what: 'answer' | 'information' | 'work' | 'confirmation'
      since: components['schemas']['Moment']
    }
    Engagement: {
      id: components['schemas']['EventId']
      inviter: components['schemas']['MemberId']
      invitee: components['schemas']['MemberId']
      standing: components['schemas']['Standing']
      ask: string
      due: components['schemas']['Moment'] | null
      requestedAt: components['schemas']['Moment']
      /** @description When it was accepted, declined, withdrawn or lapsed. */
      answeredAt: components['schemas']['Moment'] | null
      /** @description Why it was declined or withdrawn, or the member left or was removed. */
      code: string | null
      completed: {
        outcome: string
        at: components['schemas']['Moment']
        text: components['schemas']['Text']
      } | null
      confirmedAt: components['schemas']['Moment'] | null
      /** @description An acceptance met a withdrawal on the way and gave no access. */
      crossed: boolean
      questions: {
        id: components['schemas']['EventId']
        at: components['schemas']['Moment']
        text: components['schemas']['Text']
        answeredAt: components['schemas']['Moment'] | null
        answer: components['schemas']['Text']
      }[]
      severity: {
        /** @description The inviter's claim. */
        requested: components['schemas']['SharedLevel'] | null
        /** @description The invitee's claim. */
        accepted: components['schemas']['SharedLevel'] | null
        /** @description How many levels lie between the two; 0 when they agree or one is missing. */
        gap: number
        accord: components['schemas']['SeverityAccord']
      }
      /** @description What was asked, by slot: summary, ask, problem, form, entitlement, contact, customer, impact, call; and the answer: note, engineer, reason. */
      texts: {
        [key: string]: components['schemas']['Text']
      }
      waitingOn: components['schemas']['WaitingOn'] | null
      /** @description The invitee's first word, an acknowledgment or any answer. */
      acknowledgedAt: components['schemas']['Moment'] | null
      /** @description What a rule of the invitee's did, without a person. */
      automatic: ('acknowledged' | 'accepted')[]
      handOff: components['schemas']['HandOff']
      pauses: {
        id: components['schemas']['EventId']
        /** @enum {string} */
        clock: 'all' | 'next-update' | 'workaround' | 'resolve'
        reason: string
        from: components['schemas']['Moment']
        until: components['schemas']['Moment'] | null
        text: components['schemas']['Text']
      }[]
      /** @description Deadlines that its own gateway says it missed. */
      missed: {
        /** @enum {string} */
        clock: 'acknowledge' | 'accept' | 'next-update' | 'workaround' | 'resolve'
        due: components['schemas']['Moment']
        at: components['schemas']['Moment']
      }[]
    }
    /** @description What was settled before the invitation was sent, and what came of it. */
    HandOff: {
      /** @description The support plan, by the code of the invitee. */
      plan: string | null
      /** @enum {string} */
      channel: 'api' | 'web' | 'phone'
      /** @description The digest of the support profile that the inviter reckoned with. */
      supportProfile: string | null
      projected: {
        scheme: string
        version: string
        code: string
        /** @enum {string} */
        rounded: 'exact' | 'up' | 'down'
        reason: ('entitlement' | 'no-contact' | 'no-call') | null
      } | null
      window: components['schemas']['ChangeWindow'] | null
      phone: {
        at: components['schemas']['Moment']
        /** @description Null while the invitee has not said whether the call was as written. */
        confirmed: boolean | null
        answeredAt: components['schemas']['Moment'] | null
        text: components['schemas']['Text']
        note: components['schemas']['Text']
      } | null
      /** @description What the severity asks of the requester, and when it was given. */
      levelDuties: {
        /** @enum {string} */
        duty: 'call' | 'contact'
        metAt: components['schemas']['Moment'] | null
        reference: components['schemas']['Text']
      }[]
    }
    ChangeWindow: {
      from: components['schemas']['Moment']
      until: components['schemas']['Moment']
    }
    /**
     * @description How claims stand to each other. `none` fewer than two. `open` they differ, and nobody has refused to follow the milder one. `disputed` somebody has.
     * @enum {string}
     */
    SeverityAccord: 'none' | 'agreed' | 'open' | 'disputed'
    Escalation: {
      id: components['schemas']['EventId']
      by: components['schemas']['MemberId']
      /**
       * @description `ended` is de-escalated. `abandoned`: whoever raised it takes no part any more.
       * @enum {string}
       */
      state:
        | 'requested'
        | 'acknowledged'
        | 'active'
        | 'on-track'
        | 'ended'
        | 'declined'
        | 'withdrawn'
        | 'abandoned'
      /** @description While it is the case cannot be closed. */
      open: boolean
      reason: string
      /** @enum {string} */
      level: 'duty-manager' | 'regional' | 'global'
      questions: Record<string, never> | null
      criticalDate: string | null
      /** @description It came with a severity. */
      coupled: boolean
      /** @description It informs, and asks nothing of anybody. */
      oneSided: boolean
      raisedAt: components['schemas']['Moment']
      statedAt: components['schemas']['Moment']
      texts: {
        [key: string]: components['schemas']['Text']
      }
      agreedPlan: {
        id: components['schemas']['EventId']
        at: components['schemas']['Moment']
        text: components['schemas']['Text']
      } | null
      sides: components['schemas']['EscalationSide'][]
      end: {
        /** @enum {string} */
        word: 'ended' | 'withdrawn'
        by: components['schemas']['MemberId']
        at: components['schemas']['Moment']
        bySilence: boolean
        checklist: {
          planDoneOrOnCourse: boolean
          analysisOnCourse: boolean
        } | null
        text: components['schemas']['Text']
      } | null
    }
    /** @description What one member says of an escalation. */
    EscalationSide: {
      member: components['schemas']['MemberId']
      answer: {
        /** @enum {string} */
        word: 'acknowledged' | 'declined'
        code: string | null
        at: components['schemas']['Moment']
        manager: components['schemas']['Text']
        text: components['schemas']['Text']
      } | null
      plan: {
        id: components['schemas']['EventId']
        version: number
        at: components['schemas']['Moment']
        agreed: boolean
        text: components['schemas']['Text']
      } | null
      onTrack: {
        onTrack: boolean
        at: components['schemas']['Moment']
        text: components['schemas']['Text']
      } | null
      /** @description That it may end. */
      proposal: {
        id: components['schemas']['EventId']
        criteria: {
          planDoneOrOnCourse: boolean
          analysisOnCourse: boolean
          customerAgreed: boolean
        }
        at: components['schemas']['Moment']
        text: components['schemas']['Text']
        /** @description From when on silence may end it. */
        silentUntil: components['schemas']['Moment'] | null
        objectedAt: components['schemas']['Moment'] | null
        objection: components['schemas']['Text']
      } | null
    }
    CommunicationPlan: {
      id: components['schemas']['EventId']
      version: number
      by: components['schemas']['MemberId']
      at: components['schemas']['Moment']
      rhythmMinutes: number
      /** @enum {string} */
      channel: 'phone' | 'mail' | 'conference' | 'chat' | 'case'
      nextUpdate: components['schemas']['Moment'] | null
      texts: {
        [key: string]: components['schemas']['Text']
      }
      agreed: {
        member: components['schemas']['MemberId']
        at: components['schemas']['Moment']
      }[]
    }
    ActionItem: {
      id: components['schemas']['EventId']
      by: components['schemas']['MemberId']
      assignee: components['schemas']['MemberId']
      at: components['schemas']['Moment']
      due: components['schemas']['Moment'] | null
      escalation: components['schemas']['EventId'] | null
      /** @enum {string} */
      state: 'open' | 'taken' | 'done' | 'cannot' | 'withdrawn'
      text: components['schemas']['Text']
      answeredAt: components['schemas']['Moment'] | null
      answer: components['schemas']['Text']
    }
    OfferOut: {
      id: components['schemas']['EventId']
      by: components['schemas']['MemberId']
      to: components['schemas']['MemberId']
      at: components['schemas']['Moment']
      text: components['schemas']['Text']
      answer: ('accepted' | 'declined') | null
      answeredAt: components['schemas']['Moment'] | null
    }
    /**
     * @example {
     *       "partner": "https://storage.example",
     *       "name": "Storage Vendor",
     *       "since": "2026-11-21T03:04:05.000Z",
     *       "contacts": [
     *         {
     *           "name": "Duty desk",
     *           "phone": "+351 21 555 020"
     *         }
     *       ]
     *     }
     */
    UnreachablePartner: {
      partner: components['schemas']['MemberId']
      name: string | null
      since: components['schemas']['Moment']
      /** @description Whom to call, as the partner published it. */
      contacts: {
        name: string
        phone: string
      }[]
    }
    /**
     * @example {
     *       "caseId": "k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM",
     *       "reference": "EN-JEV3-7DR6",
     *       "version": 3,
     *       "stage": "shared",
     *       "unreachable": [],
     *       "fenced": false,
     *       "status": {
     *         "word": "open",
     *         "code": null,
     *         "by": "https://hypervisor.example",
     *         "at": "2026-11-21T03:04:05.000Z",
     *         "text": null,
     *         "history": [],
     *         "counts": null
     *       },
     *       "test": false,
     *       "rules": 1,
     *       "openedBy": "https://hypervisor.example",
     *       "openedAt": "2026-11-21T03:04:05.000Z",
     *       "updatedAt": "2026-11-21T03:09:12.345Z",
     *       "us": "https://hypervisor.example",
     *       "host": "https://hypervisor.example",
     *       "hostOffer": null,
     *       "continues": null,
     *       "problem": {
     *         "event": "k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM",
     *         "statedAt": "2026-11-21T03:04:05.000Z",
     *         "kind": "fault",
     *         "product": {
     *           "code": "hv-8",
     *           "version": "8.0.2"
     *         },
     *         "window": null,
     *         "review": null,
     *         "texts": {
     *           "summary": "Virtual machines freeze when storage paths fail over"
     *         }
     *       },
     *       "severity": {
     *         "effective": 1,
     *         "word": "critical",
     *         "requested": 1,
     *         "accepted": null,
     *         "gap": 0,
     *         "accord": "none",
     *         "disputes": [],
     *         "inOurScheme": {
     *           "scheme": "vmware-on-premise",
     *           "version": "1",
     *           "code": "Critical (On Premise Severity 1)",
     *           "name": "Critical",
     *           "result": "as-claimed"
     *         }
     *       },
     *       "baton": {
     *         "holder": "https://hypervisor.example",
     *         "since": "2026-11-21T03:04:05.000Z",
     *         "term": 0,
     *         "pass": 0,
     *         "offer": null,
     *         "history": [
     *           {
     *             "holder": "https://hypervisor.example",
     *             "at": "2026-11-21T03:04:05.000Z"
     *           }
     *         ]
     *       },
     *       "participants": [
     *         {
     *           "member": "https://hypervisor.example",
     *           "isUs": true,
     *           "isHost": true,
     *           "holdsBaton": true,
     *           "standing": "accepted",
     *           "engagement": null,
     *           "mayEngage": true,
     *           "severity": {
     *             "level": 1,
     *             "word": "critical",
     *             "native": {
     *               "scheme": "vmware-on-premise",
     *               "version": "1",
     *               "code": "Critical (On Premise Severity 1)"
     *             },
     *             "reason": "initial",
     *             "text": null,
     *             "at": "2026-11-21T03:04:05.000Z",
     *             "event": "T87HAQ_5soz7sVfXfVMJAXfwTbFNlvui4biIlrZWkvA",
     *             "unseen": false,
     *             "unsupported": false,
     *             "impact": "Order intake stands still in both halls.",
     *             "contact": {
     *               "name": "Night desk",
     *               "phone": "+49 30 000000"
     *             }
     *           },
     *           "slots": {
     *             "case-number": {
     *               "value": "SR-4711",
     *               "at": "2026-11-21T03:04:05.000Z"
     *             }
     *           },
     *           "reopenRequestedAt": null,
     *           "frozen": false,
     *           "keys": 1,
     *           "events": 4,
     *           "lastEventAt": "2026-11-21T03:04:05.000Z",
     *           "lastReceivedAt": null,
     *           "lastUpdateAt": null,
     *           "promises": [],
     *           "resolution": null,
     *           "effortMinutes": 0
     *         }
     *       ],
     *       "engagements": [
     *         {
     *           "id": "MKq2SV5vvU3EpitfS8IvalqQulCkk6-DOb--CILmZvM",
     *           "inviter": "https://hypervisor.example",
     *           "invitee": "https://storage.example",
     *           "standing": "requested",
     *           "ask": "investigate",
     *           "due": "2026-11-21T04:04:05.000Z",
     *           "requestedAt": "2026-11-21T03:04:05.000Z",
     *           "answeredAt": null,
     *           "code": null,
     *           "completed": null,
     *           "confirmedAt": null,
     *           "crossed": false,
     *           "questions": [],
     *           "severity": {
     *             "requested": 1,
     *             "accepted": null,
     *             "gap": 0,
     *             "accord": "none"
     *           },
     *           "texts": {
     *             "ask": "Please look at the path fail-over on the array.",
     *             "entitlement": {
     *               "contract": "C-778",
     *               "serial": "A1B2"
     *             }
     *           },
     *           "waitingOn": {
     *             "member": "https://storage.example",
     *             "what": "answer",
     *             "since": "2026-11-21T03:04:05.000Z"
     *           },
     *           "acknowledgedAt": null,
     *           "automatic": [],
     *           "handOff": {
     *             "plan": "gold",
     *             "channel": "api",
     *             "supportProfile": null,
     *             "projected": null,
     *             "window": null,
     *             "phone": null,
     *             "levelDuties": []
     *           },
     *           "pauses": [],
     *           "missed": []
     *         }
     *       ],
     *       "escalations": [],
     *       "plan": null,
     *       "actions": [],
     *       "proposals": [],
     *       "waitingOnUs": true,
     *       "unsettled": [],
     *       "contestedBy": [],
     *       "equivocations": [],
     *       "flags": [],
     *       "heads": [
     *         "MKq2SV5vvU3EpitfS8IvalqQulCkk6-DOb--CILmZvM"
     *       ],
     *       "counts": {
     *         "events": 4,
     *         "participants": 1,
     *         "engagements": 1
     *       }
     *     }
     */
    Case: {
      caseId: components['schemas']['CaseId']
      reference: components['schemas']['Reference']
      version: number
      stage: components['schemas']['Stage']
      /** @description Partners of this case whose gateways have not answered for 15 minutes: call them. No part of the case, so it changes without a new `version`. */
      unreachable: components['schemas']['UnreachablePartner'][]
      /** @description After a restore: nothing is signed here until a partner confirmed our last event. */
      fenced: boolean
      status: {
        word: components['schemas']['StatusWord']
        code: string | null
        by: components['schemas']['MemberId']
        at: components['schemas']['Moment']
        text: components['schemas']['Text']
        /** @description Every close and reopening, the oldest first. */
        history: {
          /** @enum {string} */
          word: 'open' | 'closed'
          at: components['schemas']['Moment']
        }[]
        /** @description The resolution that counts, as the host says. */
        counts: components['schemas']['EventId'] | null
      }
      test: boolean
      /** @description The version of the rules this case lives by. */
      rules: number
      openedBy: components['schemas']['MemberId']
      openedAt: components['schemas']['Moment']
      updatedAt: components['schemas']['Moment']
      /** @description The member you speak for. */
      us: components['schemas']['MemberId']
      host: components['schemas']['MemberId']
      hostOffer: components['schemas']['OfferOut'] | null
      continues: components['schemas']['CaseId'] | null
      problem: {
        event: components['schemas']['EventId']
        statedAt: components['schemas']['Moment']
        kind: string
        product: components['schemas']['ProductOut'] | null
        /** @description When the change of a notice is to take place. */
        window: components['schemas']['ChangeWindow'] | null
        review: Record<string, never> | null
        /** @description summary, symptoms, environment, messages, tried, reproduction, impact, workaround, customer, rollback, contacts. */
        texts: {
          [key: string]: components['schemas']['Text']
        }
      }
      severity: {
        /** @description The gravest standing claim; null while nobody claimed any. */
        effective: components['schemas']['SharedLevel'] | null
        word: components['schemas']['SharedWord'] | null
        /** @description The host's claim. */
        requested: components['schemas']['SharedLevel'] | null
        /** @description The mildest claim of another active participant. */
        accepted: components['schemas']['SharedLevel'] | null
        /** @description How many levels lie between the gravest and the mildest standing claim. */
        gap: number
        accord: components['schemas']['SeverityAccord']
        /** @description Who does not follow whose milder claim. */
        disputes: {
          by: components['schemas']['MemberId']
          against: components['schemas']['MemberId']
          at: components['schemas']['Moment']
          text: components['schemas']['Text']
        }[]
        inOurScheme: {
          scheme: string
          version: string
          code: string
          name: string
          /**
           * @description How the effective level was turned into your code; `as-claimed` is your own claim, verbatim.
           * @enum {string}
           */
          result: 'exact' | 'up' | 'down' | 'as-claimed'
        } | null
      }
      baton: {
        holder: components['schemas']['MemberId']
        since: components['schemas']['Moment']
        term: number
        pass: number
        offer: components['schemas']['OfferOut'] | null
        /** @description Who held it from when on, the oldest first; no holder where that is too long ago. */
        history: {
          holder: components['schemas']['MemberId'] | null
          at: components['schemas']['Moment']
        }[]
      }
      participants: components['schemas']['Participant'][]
      engagements: components['schemas']['Engagement'][]
      escalations: components['schemas']['Escalation'][]
      plan: components['schemas']['CommunicationPlan'] | null
      actions: components['schemas']['ActionItem'][]
      proposals: {
        event: components['schemas']['EventId']
        member: components['schemas']['MemberId']
        by: components['schemas']['MemberId']
        at: components['schemas']['Moment']
        text: components['schemas']['Text']
      }[]
      waitingOnUs: boolean
      /** @description Decisions that some active participant has not confirmed seeing yet. */
      unsettled: {
        event: components['schemas']['EventId']
        type: string
        by: components['schemas']['MemberId']
        at: components['schemas']['Moment']
        notSeenBy: components['schemas']['MemberId'][]
      }[]
      contestedBy: components['schemas']['EventId'][]
      /** @description Two different events signed by one author under one number; both are kept as evidence. */
      equivocations: {
        author: components['schemas']['MemberId']
        events: components['schemas']['EventId'][]
        /** @description Whether a participant pointed at them in the case. */
        shown: boolean
      }[]
      flags: components['schemas']['Flag'][]
      /** @description The latest events. Two gateways with the same heads hold the same case. */
      heads: components['schemas']['EventId'][]
      counts: {
        events: number
        /** @description Active ones. */
        participants: number
        engagements: number
      }
    }
    Note: {
      /** @description The event; for your own organisation's notes an id of our own. */
      id: string
      author: components['schemas']['MemberId']
      /** @description The person, for your own organisation's notes. */
      by: string | null
      kind: string
      audience: ('all' | 'own-organisation') | components['schemas']['MemberId'][]
      text: components['schemas']['Text']
      held: components['schemas']['Held']
      re: components['schemas']['EventId'] | null
      at: components['schemas']['Moment']
      withdrawn: components['schemas']['Moment'] | null
      trust: components['schemas']['Trust']
    }
    /**
     * @description `held` the text is here. `withheld` it is not meant for you. `awaited` it is meant for you and has not come.
     * @enum {string}
     */
    Held: 'held' | 'withheld' | 'awaited'
    /**
     * @example {
     *       "items": [
     *         {
     *           "id": "HCpPHyGRjOJ_TSm_N_6Pjz0cjOuVrVba8CeZStR_Duw",
     *           "author": "https://hypervisor.example",
     *           "by": null,
     *           "kind": "update",
     *           "audience": "all",
     *           "text": "The second controller shows the same timeout.",
     *           "held": "held",
     *           "re": null,
     *           "at": "2026-11-21T03:09:12.000Z",
     *           "withdrawn": null,
     *           "trust": "own"
     *         }
     *       ],
     *       "next": null
     *     }
     */
    NotePage: {
      items: components['schemas']['Note'][]
      next: components['schemas']['Next']
    }
    /**
     * @description Whether the federation vouched for the signing key when the event came. A badge: it never decides whether the event counts.
     * @enum {string}
     */
    Trust: 'own' | 'vouched' | 'not-vouched' | 'revoked'
    /**
     * @example {
     *       "id": "HCpPHyGRjOJ_TSm_N_6Pjz0cjOuVrVba8CeZStR_Duw",
     *       "type": "note-added",
     *       "author": "https://hypervisor.example",
     *       "at": "2026-11-21T03:09:12.000Z",
     *       "claimedAt": "2026-11-21T03:09:12.000Z",
     *       "receivedAt": "2026-11-21T03:09:12.345Z",
     *       "receivedFrom": null,
     *       "seq": 5,
     *       "incarnation": 0,
     *       "depth": 4,
     *       "verdict": "effect",
     *       "trust": "own",
     *       "settled": null,
     *       "notSeenBy": [],
     *       "body": {
     *         "kind": "update",
     *         "re": null
     *       },
     *       "texts": [
     *         {
     *           "slot": "note",
     *           "audience": "all",
     *           "held": "held",
     *           "value": "The second controller shows the same timeout."
     *         }
     *       ]
     *     }
     */
    Event: {
      id: components['schemas']['EventId']
      /** @description A word of ours, such as `note-added`, or the whole URI of a type we do not know. */
      type: string
      author: components['schemas']['MemberId']
      /** @description When it happened, never before what its author had seen; null while it has no place. */
      at: components['schemas']['Moment'] | null
      /** @description When its author says it was. */
      claimedAt: components['schemas']['Moment']
      receivedAt: components['schemas']['Moment']
      /** @description Who brought it; null for your own. */
      receivedFrom: components['schemas']['MemberId'] | null
      seq: number
      incarnation: number
      depth: number | null
      /** @description `effect`, or the word that says why it changed nothing; null while events that it builds on are missing. */
      verdict: string | null
      trust: components['schemas']['Trust']
      /** @description Whether every other active participant has seen it; null for events that decide nothing. */
      settled: boolean | null
      notSeenBy: components['schemas']['MemberId'][]
      /** @description What stands in the clear. */
      body: Record<string, never>
      texts: {
        slot: string
        audience: components['schemas']['Audience']
        held: components['schemas']['Held']
        value: components['schemas']['Text']
      }[]
      /** @description The signed token as it was received; only when asked for. */
      token?: string
    }
    /**
     * @example {
     *       "items": [
     *         {
     *           "id": "HCpPHyGRjOJ_TSm_N_6Pjz0cjOuVrVba8CeZStR_Duw",
     *           "type": "note-added",
     *           "author": "https://hypervisor.example",
     *           "at": "2026-11-21T03:09:12.000Z",
     *           "claimedAt": "2026-11-21T03:09:12.000Z",
     *           "receivedAt": "2026-11-21T03:09:12.345Z",
     *           "receivedFrom": null,
     *           "seq": 5,
     *           "incarnation": 0,
     *           "depth": 4,
     *           "verdict": "effect",
     *           "trust": "own",
     *           "settled": null,
     *           "notSeenBy": [],
     *           "body": {
     *             "kind": "update",
     *             "re": null
     *           },
     *           "texts": [
     *             {
     *               "slot": "note",
     *               "audience": "all",
     *               "held": "held",
     *               "value": "The second controller shows the same timeout."
     *             }
     *           ]
     *         }
     *       ],
     *       "next": null
     *     }
     */
    EventPage: {
      items: components['schemas']['Event'][]
      next: components['schemas']['Next']
    }
    Delivery: {
      partner: components['schemas']['MemberId']
      event: components['schemas']['EventId']
      /** @enum {string} */
      state: 'waiting' | 'delivered' | 'refused'
      queuedAt: components['schemas']['Moment']
      deliveredAt: components['schemas']['Moment'] | null
      attempts: number
      /** @description The partner's word when it refused for good. */
      refused: string | null
    }
    /**
     * @example {
     *       "items": [
     *         {
     *           "partner": "https://storage.example",
     *           "event": "MKq2SV5vvU3EpitfS8IvalqQulCkk6-DOb--CILmZvM",
     *           "state": "delivered",
     *           "queuedAt": "2026-11-21T03:04:05.000Z",
     *           "deliveredAt": "2026-11-21T03:04:05.100Z",
     *           "attempts": 1,
     *           "refused": null
     *         }
     *       ],
     *       "next": null
     *     }
     */
    DeliveryList: {
      items: components['schemas']['Delivery'][]
      next: components['schemas']['Next']
    }
    Overturned: {
      /** @description `host`, `baton`, `status`, `standing:<member>` or `severity:<member>`. */
      register: string
      before: string
      after: string
      /** @description The event that had decided it. */
      decider: components['schemas']['EventId']
      /** @description The event whose arrival changed it. */
      by: components['schemas']['EventId']
      /** @description Whether every participant had confirmed the decision before. */
      settled: boolean
      at: components['schemas']['Moment']
    }
    /**
     * @example {
     *       "items": [
     *         {
     *           "register": "status",
     *           "before": "closed",
     *           "after": "closed-contested",
     *           "decider": "9pcqy5JarEDDT_JOMVRxQkeAM-sxR8f_e15ggsPjZxo",
     *           "by": "T87HAQ_5soz7sVfXfVMJAXfwTbFNlvui4biIlrZWkvA",
     *           "settled": false,
     *           "at": "2026-11-21T03:10:00.000Z"
     *         }
     *       ]
     *     }
     */
    OverturnedList: {
      items: components['schemas']['Overturned'][]
    }
    FeedItem: {
      cursor: string
      /** @description When it was written here. */
      at: components['schemas']['Moment']
      /**
       * @description `event` an event was written or came in. `event-placed` one that had waited for others has its place now. `local-note` a note of your own organisation. `overturned` something reads otherwise than before. `refused` a partner sent what could not be taken. `setting` somebody changed your settings.
       * @enum {string}
       */
      kind: 'event' | 'event-placed' | 'local-note' | 'overturned' | 'refused' | 'setting'
      /** @enum {string} */
      direction: 'in' | 'out' | 'own'
      partner: components['schemas']['MemberId'] | null
      verdict: string
      caseId: components['schemas']['CaseId'] | null
      reference: components['schemas']['Reference'] | null
      event: components['schemas']['Event'] | null
    }
    /**
     * @example {
     *       "items": [
     *         {
     *           "cursor": "ZjEuMTI",
     *           "at": "2026-11-21T03:09:12.345Z",
     *           "kind": "event",
     *           "direction": "own",
     *           "partner": null,
     *           "verdict": "effect",
     *           "caseId": "k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM",
     *           "reference": "EN-JEV3-7DR6",
     *           "event": {
     *             "id": "HCpPHyGRjOJ_TSm_N_6Pjz0cjOuVrVba8CeZStR_Duw",
     *             "type": "note-added",
     *             "author": "https://hypervisor.example",
     *             "at": "2026-11-21T03:09:12.000Z",
     *             "claimedAt": "2026-11-21T03:09:12.000Z",
     *             "receivedAt": "2026-11-21T03:09:12.345Z",
     *             "receivedFrom": null,
     *             "seq": 5,
     *             "incarnation": 0,
     *             "depth": 4,
     *             "verdict": "effect",
     *             "trust": "own",
     *             "settled": null,
     *             "notSeenBy": [],
     *             "body": {
     *               "kind": "update",
     *               "re": null
     *             },
     *             "texts": [
     *               {
     *                 "slot": "note",
     *                 "audience": "all",
     *                 "held": "held",
     *                 "value": "The second controller shows the same timeout."
     *               }
     *             ]
     *           }
     *         }
     *       ],
     *       "cursor": "ZjEuMTI",
     *       "more": false
     *     }
     */
    FeedPage: {
      items: components['schemas']['FeedItem'][]
      /** @description Where this answer ends; send it as `after` next time, also when `items` is empty. */
      cursor: string
      /** @description Whether there is more at once. */
      more: boolean
    }
    /**
     * @example {
     *       "id": "https://storage.example",
     *       "name": "Storage Systems",
     *       "via": "anchor",
     *       "anchor": "https://alliance.example",
     *       "footing": "good",
     *       "expiresAt": "2026-11-22T00:00:00.000Z",
     *       "resolvedAt": "2026-11-21T00:00:00.000Z",
     *       "clockOffsetSeconds": 0,
     *       "lastError": null,
     *       "products": [
     *         {
     *           "code": "arr-9",
     *           "name": "Array 9"
     *         }
     *       ],
     *       "supportHours": "Around the clock for critical cases",
     *       "contacts": [
     *         {
     *           "name": "Duty desk",
     *           "phone": "+351 21 555 000"
     *         }
     *       ],
     *       "departments": [],
     *       "severityScheme": "https://storage.example/severity-scheme",
     *       "answering": {
     *         "region": "EMEA",
     *         "until": "2026-11-23T17:00:00.000Z",
     *         "next": "Americas",
     *         "hotline": "+353 1 555 0100"
     *       },
     *       "hasIntakeForm": true
     *     }
     */
    Partner: {
      id: components['schemas']['MemberId']
      name: string
      /** @description What makes us trust it; null for nothing. */
      via: ('anchor' | 'pin') | null
      anchor: components['schemas']['MemberId'] | null
      /**
       * @description `good` vouched for now. `lapsing` nobody renewed its statement: open cases go on for seven days. `lapsed` those are over. `suspended` the alliance says no. `unknown` never looked up.
       * @enum {string}
       */
      footing: 'good' | 'lapsing' | 'lapsed' | 'suspended' | 'unknown'
      expiresAt: components['schemas']['Moment'] | null
      resolvedAt: components['schemas']['Moment'] | null
      clockOffsetSeconds: number
      lastError: string | null
      products: {
        code: string
        name: string
      }[]
      supportHours: string | null
      contacts: components['schemas']['ContactOut'][]
      departments: components['schemas']['ContactOut'][]
      /** @description The address of its severity scheme. */
      severityScheme: string | null
      /** @description Who answers now by its published support profile, as last read; null while none is known here. Ask `GET /api/who-answers` for its gateway's own word. */
      answering: {
        /** @description The region that is open; null while all are closed. */
        region: string | null
        until: components['schemas']['Moment'] | null
        /** @description The region that answers then. */
        next: string | null
        hotline: string | null
      } | null
      hasIntakeForm: boolean
    }
    ContactOut: {
      name: string
      phone?: string
      email?: string
    }
    /**
     * @example {
     *       "items": [
     *         {
     *           "id": "https://storage.example",
     *           "name": "Storage Systems",
     *           "via": "anchor",
     *           "anchor": "https://alliance.example",
     *           "footing": "good",
     *           "expiresAt": "2026-11-22T00:00:00.000Z",
     *           "resolvedAt": "2026-11-21T00:00:00.000Z",
     *           "clockOffsetSeconds": 0,
     *           "lastError": null,
     *           "products": [
     *             {
     *               "code": "arr-9",
     *               "name": "Array 9"
     *             }
     *           ],
     *           "supportHours": "Around the clock for critical cases",
     *           "contacts": [
     *             {
     *               "name": "Duty desk",
     *               "phone": "+351 21 555 000"
     *             }
     *           ],
     *           "departments": [],
     *           "severityScheme": "https://storage.example/severity-scheme",
     *           "answering": {
     *             "region": "EMEA",
     *             "until": "2026-11-23T17:00:00.000Z",
     *             "next": "Americas",
     *             "hotline": "+353 1 555 0100"
     *           },
     *           "hasIntakeForm": true
     *         }
     *       ],
     *       "listed": [
     *         {
     *           "id": "https://os.example",
     *           "anchor": "https://alliance.example"
     *         }
     *       ],
     *       "silent": [],
     *       "next": null
     *     }
     */
    PartnerPage: {
      items: components['schemas']['Partner'][]
      /** @description Members of your alliances that nobody here has looked up yet; only on the first page. `profile` looks one up. */
      listed: {
        id: components['schemas']['MemberId']
        anchor: components['schemas']['MemberId']
      }[]
      /** @description Alliances that did not answer. */
      silent: components['schemas']['MemberId'][]
      next: components['schemas']['Next']
    }
    /**
     * @example {
     *       "key": "firmware",
     *       "label": "Firmware version",
     *       "required": true,
     *       "kind": "text"
     *     }
     */
    FormField: {
      key: string
      label: string
      required: boolean
      /** @enum {string} */
      kind: 'text' | 'long-text' | 'choice'
      options?: string[]
    }
    /**
     * @example {
     *       "id": "hand-off-1",
     *       "fields": [
     *         {
     *           "key": "firmware",
     *           "label": "Firmware version",
     *           "required": true,
     *           "kind": "text"
     *         }
     *       ]
     *     }
     */
    IntakeForm: {
      id: string
      fields: components['schemas']['FormField'][]
    }
    /**
     * @example {
     *       "partner": "https://storage.example",
     *       "form": {
     *         "id": "hand-off-1",
     *         "fields": [
     *           {
     *             "key": "firmware",
     *             "label": "Firmware version",
     *             "required": true,
     *             "kind": "text"
     *           }
     *         ]
     *       }
     *     }
     */
    PartnerIntakeForm: {
      partner: components['schemas']['MemberId']
      form: components['schemas']['IntakeForm'] | null
    }
    Queue: {
      partner: components['schemas']['MemberId']
      /**
       * @description `unreachable` has been failing for 15 minutes or more: call the partner.
       * @enum {string}
       */
      state: 'idle' | 'delivering' | 'failing' | 'unreachable'
      waiting: number
      oldest: components['schemas']['Moment'] | null
      nextAt: components['schemas']['Moment'] | null
      failures: number
      failingSince: components['schemas']['Moment'] | null
      lastError: string | null
      lastSuccessAt: components['schemas']['Moment'] | null
    }
    /**
     * @example {
     *       "items": [
     *         {
     *           "partner": "https://storage.example",
     *           "state": "idle",
     *           "waiting": 0,
     *           "oldest": null,
     *           "nextAt": null,
     *           "failures": 0,
     *           "failingSince": null,
     *           "lastError": null,
     *           "lastSuccessAt": "2026-11-21T03:04:05.100Z"
     *         }
     *       ]
     *     }
     */
    QueueList: {
      items: components['schemas']['Queue'][]
    }
    /**
     * @example {
     *       "mayEngage": "ask",
     *       "products": "all",
     *       "upTo": 1,
     *       "perHour": 30,
     *       "perDay": null
     *     }
     */
    SaveAgreement: {
      /**
       * @description `ask`: a person of yours answers. `never`: refused at once.
       * @enum {string}
       */
      mayEngage: 'ask' | 'never'
      /** @description Your product codes it may ask about. */
      products: 'all' | string[]
      /** @description The gravest level it may ask for. */
      upTo: components['schemas']['SharedLevel']
      /** @default null */
      perHour?: number | null
      /** @default null */
      perDay?: number | null
    }
    /**
     * @example {
     *       "partner": "https://storage.example",
     *       "version": 1,
     *       "mayEngage": "ask",
     *       "products": "all",
     *       "upTo": 1,
     *       "perHour": 30,
     *       "perDay": null,
     *       "autoAccept": "none"
     *     }
     */
    Agreement: {
      partner: components['schemas']['MemberId']
      /** @description 0 where nothing was agreed yet. */
      version: number
      /** @enum {string} */
      mayEngage: 'ask' | 'never'
      products: 'all' | string[]
      upTo: components['schemas']['SharedLevel']
      perHour: number | null
      perDay: number | null
      /** @constant */
      autoAccept: 'none'
    }
    /**
     * @example {
     *       "items": [
     *         {
     *           "partner": "https://storage.example",
     *           "version": 1,
     *           "mayEngage": "ask",
     *           "products": "all",
     *           "upTo": 1,
     *           "perHour": 30,
     *           "perDay": null,
     *           "autoAccept": "none"
     *         }
     *       ]
     *     }
     */
    AgreementList: {
      items: components['schemas']['Agreement'][]
    }
    /**
     * @example {
     *       "name": "Hypervisor Works",
     *       "products": [
     *         {
     *           "code": "hv-8",
     *           "name": "Hypervisor 8"
     *         }
     *       ],
     *       "supportHours": "Around the clock",
     *       "contacts": [
     *         {
     *           "name": "Duty desk",
     *           "phone": "+46 8 555 000"
     *         }
     *       ],
     *       "scheme": {
     *         "id": "vmware-on-premise",
     *         "version": "1"
     *       }
     *     }
     */
    SaveProfile: {
      name: string
      /** @default [] */
      products?: {
        code: string
        name: string
      }[]
      /**
       * @description `poll`: partners cannot reach your gateway; it asks each of them for what waits there.
       * @default push
       * @enum {string}
       */
      delivery?: 'push' | 'poll'
      /** @default null */
      supportHours?: string | null
      /** @default [] */
      contacts?: components['schemas']['Contact'][]
      /** @default [] */
      departments?: components['schemas']['Contact'][]
      /**
       * @description The severity scheme of your own codes; one of yours or a preset.
       * @default null
       */
      scheme?: {
        id: components['schemas']['SchemeId']
        version: string
      } | null
      /**
       * @description The support profile that partners read; a version of yours or a preset.
       * @default null
       */
      supportProfile?:
        | {
            version: string
          }
        | {
            preset: string
          }
        | null
      /**
       * @description Whether partners are told the name and number of who is on duty, or only the role and the hotline.
       * @default false
       */
      shareDutyNames?: boolean
      /** @default null */
      intakeForm?: components['schemas']['IntakeForm'] | null
    }
    /**
     * @example {
     *       "member": "https://hypervisor.example",
     *       "handle": "hypervisor",
     *       "version": 2,
     *       "name": "Hypervisor Works",
     *       "products": [
     *         {
     *           "code": "hv-8",
     *           "name": "Hypervisor 8"
     *         }
     *       ],
     *       "delivery": "push",
     *       "supportHours": "Around the clock",
     *       "contacts": [
     *         {
     *           "name": "Duty desk",
     *           "phone": "+46 8 555 000"
     *         }
     *       ],
     *       "departments": [],
     *       "scheme": {
     *         "id": "vmware-on-premise",
     *         "version": "1"
     *       },
     *       "supportProfile": {
     *         "preset": "follow-the-sun"
     *       },
     *       "shareDutyNames": false,
     *       "intakeForm": null,
     *       "anchors": [
     *         "https://alliance.example"
     *       ]
     *     }
     */
    Profile: {
      member: components['schemas']['MemberId']
      handle: string
      version: number
      name: string
      products: {
        code: string
        name: string
      }[]
      /** @enum {string} */
      delivery: 'push' | 'poll'
      supportHours: string | null
      contacts: components['schemas']['ContactOut'][]
      departments: components['schemas']['ContactOut'][]
      scheme: {
        id: string
        version: string
      } | null
      /** @description The support profile that partners read; a version of yours or a preset. */
      supportProfile:
        | {
            version: string
          }
        | {
            preset: string
          }
        | null
      /** @description Whether partners are told the name and number of who is on duty, or only the role and the hotline. */
      shareDutyNames: boolean
      intakeForm: components['schemas']['IntakeForm'] | null
      /** @description The alliances that vouch for you. */
      anchors: components['schemas']['MemberId'][]
    }
    /**
     * @description Levels from the gravest, each with the shared level it stands for. The rules it must keep are in the reference of severity schemes.
     * @example {
     *       "id": "our-levels",
     *       "version": "1",
     *       "vendor": "Hypervisor Works",
     *       "product": "Support",
     *       "sources": [],
     *       "axis": "severity",
     *       "unsetValues": [],
     *       "levels": [
     *         {
     *           "rank": 1,
     *           "code": "S1",
     *           "name": "Down",
     *           "definition": "Production stands still.",
     *           "shared": 1
     *         },
     *         {
     *           "rank": 2,
     *           "code": "S2",
     *           "name": "Impaired",
     *           "definition": "Production is badly impaired.",
     *           "shared": 2
     *         },
     *         {
     *           "rank": 3,
     *           "code": "S3",
     *           "name": "Partial",
     *           "definition": "A part does not work.",
     *           "shared": 3
     *         },
     *         {
     *           "rank": 4,
     *           "code": "S4",
     *           "name": "Question",
     *           "definition": "A question.",
     *           "shared": 4
     *         }
     *       ]
     *     }
     */
    SchemeDocument: {
      id: components['schemas']['SchemeId']
      version: string
      vendor: string
      product: string
      sources: string[]
      /** @enum {string} */
      axis: 'severity' | 'priority' | 'matrix'
      /** @description The names of the two inputs of a matrix, such as impact and urgency. */
      inputs?: string[]
      /** @description The values of each input, the gravest first. Every combination needs a level. */
      inputValues?: string[][]
      /** @description Plans whose customers cannot open some of the levels, by their codes. */
      planLimits?: {
        plan: string
        lacks: string[]
      }[]
      unsetValues: string[]
      levels: {
        /** @description The inputs that give this level, the one to write first. */
        cells?: components['schemas']['MatrixCell'][]
        /** @description Whoever asks for this level must call. */
        requiresPhone?: boolean
        /** @enum {string} */
        phoneWhen?: 'outside-hours'
        requires24x7Contact?: boolean
        rank: number
        code: string
        name: string
        definition: string
        shared: components['schemas']['SharedLevel']
      }[]
    }
    /**
     * @example {
     *       "id": "our-levels",
     *       "version": "1",
     *       "digest": "h6PGMK4ZC8jSCNRfbr1kfJVIN1Z3P_lVgHcvwFoHF90",
     *       "vendor": "Hypervisor Works",
     *       "product": "Support",
     *       "levels": [
     *         {
     *           "rank": 1,
     *           "code": "S1",
     *           "name": "Down",
     *           "shared": 1
     *         }
     *       ],
     *       "inUse": true,
     *       "confirmation": null,
     *       "createdAt": "2026-11-20T09:00:00.000Z"
     *     }
     */
    SchemeEntry: {
      id: string
      version: string
      /** @description SHA-256 of the document's text; it stands in every claim made with it. */
      digest: string
      vendor: string
      product: string
      levels: components['schemas']['SchemeLevel'][]
      /** @description Whether your profile names it. */
      inUse: boolean
      confirmation: components['schemas']['SchemeConfirmation']
      createdAt: components['schemas']['Moment']
    }
    SchemeLevel: {
      rank: number
      code: string
      name: string
      shared: components['schemas']['SharedLevel']
    }
    /**
     * @example {
     *       "items": [
     *         {
     *           "id": "our-levels",
     *           "version": "1",
     *           "digest": "h6PGMK4ZC8jSCNRfbr1kfJVIN1Z3P_lVgHcvwFoHF90",
     *           "vendor": "Hypervisor Works",
     *           "product": "Support",
     *           "levels": [
     *             {
     *               "rank": 1,
     *               "code": "S1",
     *               "name": "Down",
     *               "shared": 1
     *             }
     *           ],
     *           "inUse": true,
     *           "confirmation": null,
     *           "createdAt": "2026-11-20T09:00:00.000Z"
     *         }
     *       ]
     *     }
     */
    SchemeList: {
      items: components['schemas']['SchemeEntry'][]
    }
    Scheme: {
      id: string
      version: string
      digest: string
      /** @enum {string} */
      origin: 'own' | 'preset'
      confirmation: components['schemas']['SchemeConfirmation']
      /** @description The text exactly as it was hashed. */
      document: string
      /** @description The same */
      scheme: Record<string, never>
    }
    /**
     * @description The values of the two inputs, in their order.
     * @example [
     *       "Minor",
     *       "Medium"
     *     ]
     */
    MatrixCell: string[]
    /**
     * @description Two cells of one row or column; the one with the graver input gives the milder level.
     * @example {
     *       "graver": [
     *         "Minor",
     *         "Medium"
     *       ],
     *       "milder": [
     *         "Minor",
     *         "Low"
     *       ]
     *     }
     */
    CellPair: {
      graver: components['schemas']['MatrixCell']
      milder: components['schemas']['MatrixCell']
    }
    /** @description Who confirmed that a matrix breaks order; null where nothing had to be confirmed. */
    SchemeConfirmation: {
      /** @description The API client it came by. */
      client: string
      /** @description The administrator. */
      person: string
      at: components['schemas']['Moment']
      pairs: components['schemas']['CellPair'][]
    } | null
    /**
     * @example {
     *       "document": "{\"id\":\"our-matrix\",\"version\":\"1\"}",
     *       "person": "Ada Berger",
     *       "pairs": [
     *         {
     *           "graver": [
     *             "Minor",
     *             "Medium"
     *           ],
     *           "milder": [
     *             "Minor",
     *             "Low"
     *           ]
     *         }
     *       ]
     *     }
     */
    SchemeConfirming: {
      /** @description The text of the scheme document, kept and hashed exactly so. */
      document: string
      /** @description The administrator who answers for it. */
      person: string
      /** @description Exactly the pairs that break the order. */
      pairs: components['schemas']['CellPair'][]
    }
    SchemeVersionList: {
      items: {
        id: string
        version: string
        digest: string
        vendor: string
        product: string
        levels: components['schemas']['SchemeLevel'][]
        inUse: boolean
        confirmation: components['schemas']['SchemeConfirmation']
        createdAt: components['schemas']['Moment']
        /** @description Open cases with a claim of yours in this version. */
        openCases: number
      }[]
    }
    FieldChange: {
      field: string
      /** @description The value before; null where there was none. */
      from: unknown
      /** @description The value after; null where there is none. */
      to: unknown
    }
    /**
     * @example {
     *       "id": "our-levels",
     *       "from": "1",
     *       "to": "2",
     *       "document": [
     *         {
     *           "field": "version",
     *           "from": "1",
     *           "to": "2"
     *         }
     *       ],
     *       "levels": [
     *         {
     *           "code": "S2",
     *           "change": "changed",
     *           "isRegraded": true,
     *           "fields": [
     *             {
     *               "field": "shared",
     *               "from": 2,
     *               "to": 1
     *             }
     *           ]
     *         }
     *       ]
     *     }
     */
    SchemeChanges: {
      id: string
      from: string
      to: string
      document: components['schemas']['FieldChange'][]
      levels: {
        code: string
        /** @enum {string} */
        change: 'added' | 'removed' | 'changed'
        /** @description It stands for another shared level. */
        isRegraded: boolean
        fields: components['schemas']['FieldChange'][]
      }[]
    }
    SchemeCaseList: {
      items: {
        caseId: components['schemas']['CaseId']
        reference: string
        /** @description The version that the case keeps. */
        version: string
        /** @description What you claimed */
        code: string
        level: components['schemas']['SharedLevel']
        word: components['schemas']['SharedWord']
      }[]
      next: components['schemas']['Next']
    }
    /**
     * @description A scheme of yours, else a preset; the latest version where none is named.
     * @example {
     *       "scheme": "sap-product-support"
     *     }
     */
    StoredScheme: {
      scheme: components['schemas']['SchemeId']
      version?: string
    }
    /**
     * @example {
     *       "ours": {
     *         "scheme": "sap-product-support"
     *       },
     *       "theirs": {
     *         "scheme": "tsanet-connect"
     *       }
     *     }
     */
    PreviewRequest: {
      /** @description A stored scheme, or the text of a draft. */
      ours:
        | components['schemas']['StoredScheme']
        | {
            document: string
          }
      /** @description What a partner publishes now, or a stored scheme. */
      theirs:
        | components['schemas']['StoredScheme']
        | {
            partner: components['schemas']['MemberId']
          }
      /**
       * @description The customer's plan at their side, as they name it.
       * @default null
       */
      plan?: string | null
      /**
       * @description Whether a contact who can be reached round the clock is named.
       * @default given
       * @enum {string}
       */
      contact?: 'given' | 'none'
      /**
       * @description Whether somebody called, will call, or nobody will.
       * @default promised
       * @enum {string}
       */
      phone?: 'made' | 'promised' | 'none'
      /**
       * @default api
       * @enum {string}
       */
      channel?: 'api' | 'web'
      /**
       * @description Further codes of theirs that cannot be used.
       * @default []
       */
      excluded?: string[]
    }
    /**
     * @description What a level asks of whoever requests it. `call`: a phone call. `contact`: somebody who can be reached round the clock.
     * @enum {string}
     */
    LevelDuty: 'call' | 'contact'
    PreviewedScheme: {
      id: string
      version: string
      digest: string
      /** @enum {string} */
      origin: 'own' | 'preset' | 'draft' | 'partner'
      /** @description Pairs of cells that break the order of its matrix. */
      brokenCells: components['schemas']['CellPair'][]
      confirmation: components['schemas']['SchemeConfirmation']
    }
    PreviewLine: {
      from: {
        code: string
        name: string
        shared: components['schemas']['SharedLevel']
        word: components['schemas']['SharedWord']
      }
      to: {
        code: string
        name: string
        rank: number
        asked: components['schemas']['SharedLevel']
        level: components['schemas']['SharedLevel']
        word: components['schemas']['SharedWord']
        /** @enum {string} */
        result: 'exact' | 'up' | 'down'
        /** @description Why it is another level than the rounding rule alone would give. */
        reason: ('entitlement' | 'no-contact' | 'no-call') | null
        ruledOut: {
          code: string
          /** @enum {string} */
          why: 'entitlement' | 'no-contact' | 'no-call'
        }[]
        levelDuties: components['schemas']['LevelDuty'][]
        /** @description Taken on and not yet met; the level waits for them. */
        unmet: components['schemas']['LevelDuty'][]
        /** @description It is milder than what was asked for. */
        alarm: boolean
        warnings: ('business-hours' | 'plan-unknown')[]
        figures: {
          plan: string | null
          /**
           * @description The plan you named, the main plan of the level, or none because theirs does not list yours.
           * @enum {string}
           */
          source: 'given' | 'main' | 'none'
          coverage: ('24x7' | 'business') | null
          response: {
            minutes?: number
            businessDays?: number
            text?: string
          } | null
          /** @description What has to happen before the figures hold. */
          waitsFor: ('phoned' | 'escalated' | 'vendor-sets-level')[]
        }
      }
      /** @description Other codes of the first scheme that become the same one. */
      together: string[]
    }
    SchemePreview: {
      ours: components['schemas']['PreviewedScheme']
      theirs: components['schemas']['PreviewedScheme']
      /** @description Our levels in their words, the gravest first. */
      out: components['schemas']['PreviewLine'][]
      /** @description Their levels in our words, the gravest first. */
      in: components['schemas']['PreviewLine'][]
      warnings: {
        /** @enum {string} */
        word:
          | 'rounded-up'
          | 'rounded-down'
          | 'other-level'
          | 'merged'
          | 'business-hours'
          | 'plan-unknown'
          | 'call'
          | 'contact'
        /** @enum {string} */
        direction: 'out' | 'in'
        code: string
        to: string
      }[]
    }
    PresetList: {
      items: {
        id: string
        version: string
        vendor: string
        product: string
        sources: string[]
        levels: components['schemas']['SchemeLevel'][]
      }[]
    }
    SchemeRef: {
      id: string
      version: string
      digest: string
    }
    /**
     * @example {
     *       "from": {
     *         "scheme": {
     *           "id": "vmware-on-premise",
     *           "version": "1",
     *           "digest": "h6PGMK4ZC8jSCNRfbr1kfJVIN1Z3P_lVgHcvwFoHF90"
     *         },
     *         "native": "Critical (On Premise Severity 1)",
     *         "level": 1,
     *         "word": "critical",
     *         "code": "Critical (On Premise Severity 1)",
     *         "result": "exact",
     *         "flags": []
     *       },
     *       "to": {
     *         "scheme": {
     *           "id": "redhat-premium",
     *           "version": "1",
     *           "digest": "sYE5edc9O1s_BPVrDQQrZAlzoI_gCBpJEZh6HHRthOo"
     *         },
     *         "code": "Severity 1 (urgent)",
     *         "name": "Urgent",
     *         "rank": 1,
     *         "asked": 1,
     *         "level": 1,
     *         "word": "critical",
     *         "result": "exact",
     *         "cell": null
     *       }
     *     }
     */
    Translation: {
      /** @description What was said and how it was read; null when a shared level was asked for. */
      from: {
        scheme: components['schemas']['SchemeRef']
        native: string | null
        level: components['schemas']['SharedLevel']
        word: components['schemas']['SharedWord']
        code: string | null
        /** @enum {string} */
        result: 'exact' | 'unmapped' | 'defaulted'
        flags: string[]
      } | null
      to: {
        scheme: components['schemas']['SchemeRef']
        code: string
        name: string
        rank: number
        asked: components['schemas']['SharedLevel']
        level: components['schemas']['SharedLevel']
        word: components['schemas']['SharedWord']
        /**
         * @description `down` is an alarm: everything as grave was excluded.
         * @enum {string}
         */
        result: 'exact' | 'up' | 'down'
        /** @description What to write where the level is computed from two inputs. */
        cell: components['schemas']['MatrixCell'] | null
      }
    }
    DutyId: string
    /** @description A clock time on the wall. */
    TimeOfDay: string
    /** @description A zone of the IANA database, such as Europe/Berlin. */
    Zone: string
    DocumentId: string
    /**
     * @description When you are open, who answers where, and how soon you act. Exact rules stand in the protocol (13.1).
     * @example {
     *       "version": "2026.1",
     *       "calendars": [
     *         {
     *           "id": "berlin",
     *           "zone": "Europe/Berlin",
     *           "hours": [
     *             {
     *               "days": [
     *                 "mon",
     *                 "tue",
     *                 "wed",
     *                 "thu",
     *                 "fri"
     *               ],
     *               "from": "09:00",
     *               "to": "18:00"
     *             }
     *           ],
     *           "holidays": [
     *             {
     *               "date": "2026-12-25",
     *               "name": "Christmas Day"
     *             }
     *           ]
     *         }
     *       ],
     *       "regions": [
     *         {
     *           "id": "de",
     *           "name": "Germany",
     *           "calendar": "berlin",
     *           "hotline": "+49 30 901820",
     *           "escalation": [
     *             {
     *               "level": "duty-manager",
     *               "name": "Duty desk",
     *               "phone": "+49 30 901821"
     *             }
     *           ]
     *         }
     *       ],
     *       "plans": [],
     *       "targets": [
     *         {
     *           "clock": "acknowledge",
     *           "level": 1,
     *           "within": {
     *             "minutes": 30
     *           }
     *         },
     *         {
     *           "clock": "acknowledge",
     *           "level": 2,
     *           "within": {
     *             "workingMinutes": 120
     *           },
     *           "calendar": "berlin"
     *         }
     *       ]
     *     }
     */
    SupportProfileDocument: {
      version: string
      calendars: {
        id: components['schemas']['DocumentId']
        zone: components['schemas']['Zone']
        hours:
          | '24x7'
          | {
              days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[]
              from: components['schemas']['TimeOfDay']
              /** @description `24:00` is the end of the day; at or before `from`, over midnight. */
              to: string
            }[]
        holidays: {
          /** Format: date */
          date: string
          name: string
          hours?: {
            from: components['schemas']['TimeOfDay']
            to: string
          }[]
        }[]
      }[]
      /** @description In the order in which they are asked; of several that are open, the first answers. */
      regions: {
        id: components['schemas']['DocumentId']
        name: string
        calendar: components['schemas']['DocumentId']
        hotline?: string
        /** Format: email */
        email?: string
        escalation: components['schemas']['EscalationContact'][]
      }[]
      plans: {
        id: components['schemas']['DocumentId']
        name: string
      }[]
      /** @description Products that not every region answers for. */
      products?: {
        code: string
        regions?: components['schemas']['DocumentId'][]
      }[]
      targets: {
        /** @enum {string} */
        clock: 'acknowledge' | 'accept' | 'next-update' | 'workaround' | 'resolve'
        level: components['schemas']['SharedLevel']
        plan?: components['schemas']['DocumentId']
        /** @enum {string} */
        channel?: 'api' | 'web' | 'phone'
        product?: string
        within:
          | {
              minutes: number
            }
          | {
              workingMinutes: number
            }
          | {
              businessDays: number
            }
        calendar?: components['schemas']['DocumentId']
      }[]
    }
    EscalationContact: {
      /** @enum {string} */
      level: 'duty-manager' | 'regional' | 'global'
      name: string
      phone?: string
      /** Format: email */
      email?: string
    }
    /**
     * @example {
     *       "version": "2026.1",
     *       "digest": "h6PGMK4ZC8jSCNRfbr1kfJVIN1Z3P_lVgHcvwFoHF90",
     *       "inUse": true,
     *       "createdAt": "2026-11-21T03:04:05.000Z"
     *     }
     */
    SupportProfileEntry: {
      version: string
      /** @description SHA-256 of the exact text. */
      digest: string
      /** @description Whether your profile publishes this version. */
      inUse: boolean
      createdAt: components['schemas']['Moment']
    }
    SupportProfileList: {
      items: components['schemas']['SupportProfileEntry'][]
    }
    StoredSupportProfile: {
      version: string
      digest: string
      inUse: boolean
      createdAt: components['schemas']['Moment']
      /** @description The text exactly as it was hashed. */
      document: string
    }
    SupportPresetList: {
      items: {
        id: string
        name: string
        /** @description The document. */
        profile: Record<string, never>
      }[]
    }
    /**
     * @example {
     *       "from": "2026.1",
     *       "to": "2026.2",
     *       "changes": [
     *         {
     *           "part": "target",
     *           "key": "acknowledge 1",
     *           "change": "changed",
     *           "from": {
     *             "clock": "acknowledge",
     *             "level": 1,
     *             "within": {
     *               "minutes": 30
     *             }
     *           },
     *           "to": {
     *             "clock": "acknowledge",
     *             "level": 1,
     *             "within": {
     *               "minutes": 15
     *             }
     *           }
     *         }
     *       ]
     *     }
     */
    SupportProfileChanges: {
      from: string
      to: string
      changes: {
        /** @enum {string} */
        part: 'calendar' | 'region' | 'plan' | 'product' | 'target'
        /** @description What names it: its id, or for a target what it answers. */
        key: string
        /** @enum {string} */
        change: 'added' | 'removed' | 'changed'
        /** @description As it was; null for what was added. */
        from: unknown
        /** @description As it is; null for what was removed. */
        to: unknown
      }[]
    }
    /** @enum {string} */
    PersonRole:
      | 'engineer'
      | 'duty-manager'
      | 'escalation-manager'
      | 'regional'
      | 'global'
      | 'communication-owner'
    /** @description Alerts milder than `untilLevel` are held until `to`. */
    QuietHours: {
      from: components['schemas']['TimeOfDay']
      to: components['schemas']['TimeOfDay']
      zone: components['schemas']['Zone']
      untilLevel: components['schemas']['SharedLevel']
    }
    /**
     * @example {
     *       "name": "Ana Prado",
     *       "roles": [
     *         "engineer"
     *       ],
     *       "email": "ana@storage.example",
     *       "phone": "+351 21 555 021",
     *       "zone": "Europe/Lisbon",
     *       "language": "pt-PT",
     *       "quietHours": {
     *         "from": "22:00",
     *         "to": "07:00",
     *         "zone": "Europe/Lisbon",
     *         "untilLevel": 1
     *       }
     *     }
     */
    SavePerson: {
      name: string
      /** @description The first is the one that partners see. */
      roles: components['schemas']['PersonRole'][]
      /** @default null */
      email?: string | null
      /** @default null */
      phone?: string | null
      zone: components['schemas']['Zone']
      /**
       * @description Such as en or de-CH (BCP 47).
       * @default en
       */
      language?: string
      /** @default null */
      quietHours?: components['schemas']['QuietHours'] | null
    }
    /**
     * @example {
     *       "id": "0d9c1f",
     *       "version": 1,
     *       "name": "Ana Prado",
     *       "roles": [
     *         "engineer"
     *       ],
     *       "email": "ana@storage.example",
     *       "phone": "+351 21 555 021",
     *       "zone": "Europe/Lisbon",
     *       "language": "pt-PT",
     *       "quietHours": {
     *         "from": "22:00",
     *         "to": "07:00",
     *         "zone": "Europe/Lisbon",
     *         "untilLevel": 1
     *       }
     *     }
     */
    Person: {
      id: components['schemas']['DutyId']
      version: number
      name: string
      roles: components['schemas']['PersonRole'][]
      email: string | null
      phone: string | null
      zone: string
      language: string
      quietHours: components['schemas']['QuietHours'] | null
    }
    PersonList: {
      items: components['schemas']['Person'][]
    }
    /** @description Minutes until the next one is told, by level. */
    AlertAnswerWithin: {
      /** @default 5 */
      1?: number
      /** @default 15 */
      2?: number
      /** @default 60 */
      3?: number
      /** @default 240 */
      4?: number
    }
    /**
     * @example {
     *       "answerWithin": {
     *         "1": 5,
     *         "2": 15,
     *         "3": 60,
     *         "4": 240
     *       },
     *       "gapMinutes": 60,
     *       "subject": "[{{level}}] {{cause}}: case {{case}}"
     *     }
     */
    SaveAlertSettings: {
      answerWithin?: components['schemas']['AlertAnswerWithin']
      /** @description For so long levels may stand apart before managers are told. */
      gapMinutes?: number
      /** @description For so long a hand-off by phone may be unconfirmed. */
      phoneMinutes?: number
      /** @description For so long a partner of a critical case may be out of reach. */
      unreachableMinutes?: number
      subject?: string
      text?: string
    }
    /**
     * @example {
     *       "version": 1,
     *       "answerWithin": {
     *         "1": 5,
     *         "2": 15,
     *         "3": 60,
     *         "4": 240
     *       },
     *       "gapMinutes": 60,
     *       "phoneMinutes": 30,
     *       "unreachableMinutes": 15,
     *       "subject": "[{{level}}] {{cause}}: case {{case}}",
     *       "text": "{{cause}}. {{link}}"
     *     }
     */
    AlertSettings: {
      version: number
      answerWithin: components['schemas']['AlertAnswerWithin']
      gapMinutes: number
      phoneMinutes: number
      unreachableMinutes: number
      subject: string
      text: string
    }
    /** @enum {string} */
    AlertChannelKind: 'mail' | 'pagerduty' | 'opsgenie' | 'webhook'
    /**
     * @description `host`, `port`, `security`, `user` and `from` are for mail, `region` is for the services, `url` for a webhook.
     * @example {
     *       "name": "Storage on call",
     *       "kind": "pagerduty",
     *       "region": "eu",
     *       "mildest": 2,
     *       "secret": "shown-once"
     *     }
     */
    SaveAlertChannel: {
      name: string
      kind: components['schemas']['AlertChannelKind']
      /** @default true */
      enabled?: boolean
      /**
       * @description Alerts of this level and graver ones.
       * @default 4
       */
      mildest?: components['schemas']['SharedLevel']
      host?: string
      port?: number
      /**
       * @description `none` is for a mail server on the machine of the gateway, where the gateway itself answers there only.
       * @enum {string}
       */
      security?: 'tls' | 'starttls' | 'none'
      user?: string | null
      /** Format: email */
      from?: string
      /** @enum {string} */
      region?: 'us' | 'eu'
      url?: string
      /** @description Password, routing key, API key or bearer token. Printable ASCII. */
      secret?: string | null
    }
    /**
     * @example {
     *       "id": "7c1f0a",
     *       "version": 1,
     *       "name": "Storage on call",
     *       "kind": "pagerduty",
     *       "enabled": true,
     *       "mildest": 2,
     *       "region": "eu",
     *       "hasSecret": true
     *     }
     */
    AlertChannel: {
      id: components['schemas']['DutyId']
      version: number
      name: string
      kind: components['schemas']['AlertChannelKind']
      enabled: boolean
      mildest: components['schemas']['SharedLevel']
      host?: string
      port?: number
      /** @enum {string} */
      security?: 'tls' | 'starttls' | 'none'
      user?: string | null
      from?: string
      /** @enum {string} */
      region?: 'us' | 'eu'
      url?: string
      hasSecret: boolean
    }
    AlertChannelList: {
      items: components['schemas']['AlertChannel'][]
    }
    /**
     * @example {
     *       "person": "0d9c1f"
     *     }
     */
    TestAlertChannel: {
      /**
       * @description Whom a mail goes to.
       * @default null
       */
      person?: components['schemas']['DutyId'] | null
    }
    /**
     * @example {
     *       "taken": false,
     *       "error": "it answered 403"
     *     }
     */
    AlertChannelTest: {
      taken: boolean
      error: string | null
    }
    /**
     * @example {
     *       "by": "Ana Prado"
     *     }
     */
    AcknowledgeAlert: {
      /** @description Who takes it. */
      by: string
    }
    AlertAttempt: {
      /** @description Who was told first, second, …; counted from 0. */
      step: number
      /** @enum {string} */
      act: 'tell' | 'acknowledge' | 'resolve'
      /** @description Null where no channel reaches the person. */
      channel: string | null
      /** @description Null where a team was told. */
      person: string | null
      /** @enum {string} */
      word: 'trying' | 'sent' | 'failed'
      tries: number
      error: string | null
      at: components['schemas']['Moment']
      nextAt: components['schemas']['Moment'] | null
    }
    /**
     * @example {
     *       "id": "5-e661779f97c5e98e",
     *       "caseId": "k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM",
     *       "kind": "engagement-requested",
     *       "cause": "Your help is asked for",
     *       "level": 1,
     *       "partner": "https://hypervisor.example",
     *       "engagement": "k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM",
     *       "clock": null,
     *       "due": null,
     *       "word": "telling",
     *       "raisedAt": "2026-11-21T03:04:05.678Z",
     *       "nextAt": "2026-11-21T03:09:05.678Z",
     *       "acknowledgedBy": null,
     *       "acknowledgedAt": null,
     *       "overAt": null,
     *       "attempts": [
     *         {
     *           "step": 0,
     *           "act": "tell",
     *           "channel": "7c1f0a",
     *           "person": "0d9c1f",
     *           "word": "sent",
     *           "tries": 1,
     *           "error": null,
     *           "at": "2026-11-21T03:04:05.678Z",
     *           "nextAt": null
     *         }
     *       ]
     *     }
     */
    Alert: {
      id: components['schemas']['DutyId']
      caseId: components['schemas']['CaseId']
      /** @enum {string} */
      kind:
        | 'engagement-requested'
        | 'level-raised'
        | 'clock-warned'
        | 'clock-breached'
        | 'clock-reminded'
        | 'escalation-raised'
        | 'phone-unconfirmed'
        | 'severity-gap'
        | 'partner-unreachable'
      /** @description The same for people. */
      cause: string
      level: components['schemas']['SharedLevel']
      partner: components['schemas']['MemberId'] | null
      engagement: string | null
      clock: string | null
      due: components['schemas']['Moment'] | null
      /**
       * @description `over`: its cause does not stand any more. `unanswered`: all in turn were told. `unreached`: nobody could be told.
       * @enum {string}
       */
      word: 'waiting' | 'telling' | 'acknowledged' | 'over' | 'unanswered' | 'unreached'
      raisedAt: components['schemas']['Moment']
      nextAt: components['schemas']['Moment'] | null
      acknowledgedBy: string | null
      acknowledgedAt: components['schemas']['Moment'] | null
      overAt: components['schemas']['Moment'] | null
      attempts: components['schemas']['AlertAttempt'][]
    }
    AlertPage: {
      items: components['schemas']['Alert'][]
      next: string | null
    }
    /**
     * @example {
     *       "name": "Storage days",
     *       "zone": "Europe/Lisbon",
     *       "start": "2026-11-23",
     *       "handover": "08:00",
     *       "shiftDays": 7,
     *       "people": [
     *         "0d9c1f"
     *       ],
     *       "overrides": [],
     *       "escalateTo": [
     *         "0d9c1f"
     *       ]
     *     }
     */
    SaveRota: {
      name: string
      /** @description The region of your support profile that it is for; without it all of them. */
      region?: components['schemas']['DocumentId']
      products?: string[]
      levels?: components['schemas']['SharedLevel'][]
      zone: components['schemas']['Zone']
      /**
       * Format: date
       * @description The local day on which the first person begins.
       */
      start: string
      handover: components['schemas']['TimeOfDay']
      shiftDays: number
      /** @description Ids of people, in the order of their shifts. */
      people: components['schemas']['DutyId'][]
      /**
       * @description Somebody else for a span. No two may meet.
       * @default []
       */
      overrides?: {
        /** Format: date-time */
        from: string
        /** Format: date-time */
        to: string
        person: components['schemas']['DutyId']
      }[]
      /**
       * @description Whom to tell when nobody on duty answers, one after another.
       * @default []
       */
      escalateTo?: components['schemas']['DutyId'][]
    }
    /**
     * @example {
     *       "id": "7be2a0",
     *       "version": 1,
     *       "name": "Storage days",
     *       "zone": "Europe/Lisbon",
     *       "start": "2026-11-23",
     *       "handover": "08:00",
     *       "shiftDays": 7,
     *       "people": [
     *         "0d9c1f"
     *       ],
     *       "overrides": [],
     *       "escalateTo": [
     *         "0d9c1f"
     *       ]
     *     }
     */
    Rota: {
      id: components['schemas']['DutyId']
      version: number
      name: string
      region?: string
      products?: string[]
      levels?: components['schemas']['SharedLevel'][]
      zone: string
      /** Format: date */
      start: string
      handover: string
      shiftDays: number
      people: string[]
      overrides: {
        from: components['schemas']['Moment']
        to: components['schemas']['Moment']
        person: string
      }[]
      escalateTo: string[]
    }
    RotaList: {
      items: components['schemas']['Rota'][]
    }
    Removed: {
      id: components['schemas']['DutyId']
      removedAt: components['schemas']['Moment']
    }
    Answering: {
      region: {
        id: string
        name: string
      }
      /** @description What the person on duty is; null where only the region is known. */
      role: components['schemas']['PersonRole'] | null
      /** @description Null where it is not told. */
      name: string | null
      /** @description Of the person where it is told, else of the region. */
      phone: string | null
      email: string | null
      escalation: components['schemas']['EscalationContact'][]
      /** @description Of who answers next: from when. */
      from?: components['schemas']['Moment']
    }
    /**
     * @example {
     *       "member": "https://storage.example",
     *       "at": "2026-11-23T10:00:00.000Z",
     *       "source": "live",
     *       "notLive": null,
     *       "asOf": "2026-11-23T10:00:00.000Z",
     *       "ageSeconds": 0,
     *       "now": {
     *         "region": {
     *           "id": "emea",
     *           "name": "EMEA"
     *         },
     *         "role": "engineer",
     *         "name": null,
     *         "phone": "+353 1 555 0100",
     *         "email": null,
     *         "escalation": [
     *           {
     *             "level": "duty-manager",
     *             "name": "Duty desk",
     *             "phone": "+353 1 555 0101"
     *           }
     *         ]
     *       },
     *       "until": "2026-11-23T17:00:00.000Z",
     *       "next": {
     *         "region": {
     *           "id": "amer",
     *           "name": "Americas"
     *         },
     *         "role": null,
     *         "name": null,
     *         "phone": "+1 303 555 0100",
     *         "email": null,
     *         "escalation": [],
     *         "from": "2026-11-23T17:00:00.000Z"
     *       },
     *       "hotline": "+353 1 555 0100"
     *     }
     */
    WhoAnswers: {
      member: components['schemas']['MemberId']
      at: components['schemas']['Moment']
      /**
       * @description `live` its gateway said so, or you are asked about. `document` its published support profile says so. `none` nothing is known.
       * @enum {string}
       */
      source: 'live' | 'document' | 'none'
      /** @description Why its gateway did not say so; null where it did, or was not to be asked. */
      notLive: components['schemas']['RefusalWord'] | null
      /** @description When that was so. */
      asOf: components['schemas']['Moment'] | null
      /** @description How long ago that was. */
      ageSeconds: number | null
      /** @description Null while every region is closed. */
      now: components['schemas']['Answering'] | null
      until: components['schemas']['Moment'] | null
      next: components['schemas']['Answering'] | null
      hotline: string | null
    }
    /** @enum {string} */
    Scope:
      | 'cases:read'
      | 'cases:write'
      | 'partners:read'
      | 'settings:read'
      | 'settings:write'
      | 'duty:read'
      | 'duty:write'
      | 'console:open'
      | 'keys:rotate'
      | 'fences:force'
    /**
     * @example {
     *       "grant_type": "client_credentials",
     *       "client_id": "hypervisor-crm",
     *       "client_secret": "shown-once",
     *       "scope": "cases:read cases:write"
     *     }
     */
    TokenRequest: {
      /** @constant */
      grant_type: 'client_credentials'
      /** @description Scopes with blanks between; without it all that the client has. */
      scope?: string
      client_id?: string
      client_secret?: string
      /** @constant */
      client_assertion_type?: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
      client_assertion?: string
    }
    /**
     * @example {
     *       "access_token": "eyJ0eXAiOiJhdCtqd3QifQ.e30.c2lnbmF0dXJl",
     *       "token_type": "Bearer",
     *       "expires_in": 900,
     *       "scope": "cases:read cases:write"
     *     }
     */
    TokenAnswer: {
      access_token: string
      /** @constant */
      token_type: 'Bearer'
      /** @description Seconds. */
      expires_in: number
      scope: string
    }
    /**
     * @example {
     *       "error": "invalid_client",
     *       "error_description": "The client id, secret or assertion is wrong, or the client is disabled; check them with your administrator.",
     *       "type": "urn:entente:problem:client-unknown",
     *       "title": "client unknown",
     *       "status": 401,
     *       "detail": "The client id, secret or assertion is wrong, or the client is disabled; check them with your administrator.",
     *       "requestId": "3f2a9c"
     *     }
     */
    TokenRefusal: {
      /** @enum {string} */
      error:
        | 'invalid_request'
        | 'invalid_client'
        | 'invalid_grant'
        | 'unauthorized_client'
        | 'unsupported_grant_type'
        | 'invalid_scope'
      error_description: string
      type: string
      title: string
      status: number
      detail: string
      field?: string
      requestId: string
    }
    TokenServer: {
      issuer: string
      token_endpoint: string
      grant_types_supported: string[]
      response_types_supported?: string[]
      token_endpoint_auth_methods_supported: string[]
      token_endpoint_auth_signing_alg_values_supported?: string[]
      scopes_supported: string[]
      service_documentation?: string
    }
    /**
     * @example {
     *       "name": "Ines Prado",
     *       "caseId": "k7YztwZSY_W7E_sz1hCfkW71k61CsLEQAAZC0K3LLOM"
     *     }
     */
    CreateConsoleLink: {
      /** @description The person; it stands beside what is written. */
      name: string
      /**
       * @description Where the console opens; without it at the list of cases.
       * @default null
       */
      caseId?: components['schemas']['CaseId'] | null
    }
    /**
     * @example {
     *       "url": "https://gateway.example/console/sign-in?token=eyJ0",
     *       "expiresAt": "2026-11-21T03:09:05.000Z"
     *     }
     */
    ConsoleLink: {
      url: string
      expiresAt: components['schemas']['Moment']
    }
    /**
     * @example {
     *       "status": "alive",
     *       "version": "0.1.0"
     *     }
     */
    Health: {
      /** @constant */
      status: 'alive'
      version: string
    }
    /**
     * @example {
     *       "status": "ready",
     *       "checks": {
     *         "database": "ok"
     *       }
     *     }
     */
    Readiness: {
      /** @enum {string} */
      status: 'ready' | 'not-ready'
      checks: {
        [key: string]: string
      }
    }
    /**
     * @example {
     *       "type": "urn:entente:problem:invalid-field",
     *       "title": "invalid field",
     *       "status": 422,
     *       "detail": "problem.summary: at most 300 characters",
     *       "field": "problem.summary",
     *       "requestId": "3f2a9c"
     *     }
     */
    Problem9457: {
      type: string
      /** @description The word in plain letters. */
      title: string
      status: number
      /** @description One sentence that says what to do. */
      detail: string
      instance?: string
      /** @description The path of the field at fault, such as `engagements.0.partner`. */
      field?: string
      requestId: string
    }
    /**
     * @example {
     *       "type": "urn:entente:problem:unavailable",
     *       "title": "unavailable",
     *       "status": 503,
     *       "detail": "The gateway cannot store anything at the moment; repeat after Retry-After, nothing was changed.",
     *       "requestId": "3f2a9c"
     *     }
     */
    Failure: {
      type: string
      title: string
      status: number
      detail: string
      field?: string
      requestId: string
      /** @description Tell this to the operator; it stands in the log. */
      incident?: string
    }
    /**
     * @description Words that any operation may answer with.
     * @enum {string}
     */
    CommonRefusalWord:
      | 'malformed-request'
      | 'invalid-field'
      | 'unknown-field'
      | 'body-too-large'
      | 'unsupported-media-type'
      | 'not-found'
      | 'method-not-allowed'
      | 'precondition-failed'
      | 'idempotency-key-reused'
      | 'idempotency-key-running'
      | 'rate-limited'
      | 'unavailable'
      | 'unauthenticated'
      | 'token-expired'
      | 'scope-missing'
      | 'case-not-found'
      | 'case-moved-on'
      | 'history-incomplete'
      | 'signing-fenced'
      | 'author-frozen'
      | 'event-too-large'
      | 'case-full'
      | 'event-key-unknown'
    /**
     * @description What may be wrong with what a partner publishes; its operator must correct it, and `detail` says what.
     * @enum {string}
     */
    PartnerRefusalWord:
      | 'statement-malformed'
      | 'statement-wrong-type'
      | 'statement-algorithm-not-allowed'
      | 'statement-key-unknown'
      | 'statement-signature-invalid'
      | 'statement-not-yet-valid'
      | 'statement-expired'
      | 'statement-lives-too-long'
      | 'statement-header-not-allowed'
      | 'statement-critical-unknown'
      | 'statement-subject-mismatch'
      | 'statement-not-self-issued'
      | 'chain-too-long'
      | 'chain-broken'
      | 'chain-anchor-unknown'
      | 'chain-leaf-key-unvouched'
      | 'chain-hint-missing'
      | 'chain-policy-unsupported'
      | 'metadata-missing'
      | 'metadata-malformed'
      | 'metadata-key-shared'
      | 'pin-mismatch'
    /**
     * @description Every word there is. Generated from the program.
     * @enum {string}
     */
    RefusalWord:
      | 'malformed-request'
      | 'invalid-field'
      | 'unknown-field'
      | 'body-too-large'
      | 'unsupported-media-type'
      | 'not-found'
      | 'method-not-allowed'
      | 'precondition-failed'
      | 'precondition-required'
      | 'idempotency-key-reused'
      | 'idempotency-key-running'
      | 'rate-limited'
      | 'unavailable'
      | 'cursor-invalid'
      | 'unauthenticated'
      | 'token-expired'
      | 'scope-missing'
      | 'client-unknown'
      | 'grant-unsupported'
      | 'scope-unknown'
      | 'member-unknown'
      | 'member-exists'
      | 'member-suspended'
      | 'partner-unreachable'
      | 'partner-untrusted'
      | 'engagement-not-agreed'
      | 'product-not-agreed'
      | 'severity-not-agreed'
      | 'rate-not-agreed'
      | 'intake-form-incomplete'
      | 'admission-refused'
      | 'rotation-not-vouched'
      | 'statement-malformed'
      | 'statement-wrong-type'
      | 'statement-algorithm-not-allowed'
      | 'statement-key-unknown'
      | 'statement-signature-invalid'
      | 'statement-not-yet-valid'
      | 'statement-expired'
      | 'statement-lives-too-long'
      | 'statement-header-not-allowed'
      | 'statement-critical-unknown'
      | 'statement-subject-mismatch'
      | 'statement-not-self-issued'
      | 'chain-too-long'
      | 'chain-broken'
      | 'chain-anchor-unknown'
      | 'chain-leaf-key-unvouched'
      | 'chain-hint-missing'
      | 'chain-policy-unsupported'
      | 'metadata-missing'
      | 'metadata-malformed'
      | 'metadata-key-shared'
      | 'pin-mismatch'
      | 'request-unsigned'
      | 'request-malformed'
      | 'request-wrong-type'
      | 'request-algorithm-not-allowed'
      | 'request-header-not-allowed'
      | 'request-key-unknown'
      | 'request-signature-invalid'
      | 'request-wrong-audience'
      | 'request-expired'
      | 'request-lives-too-long'
      | 'request-replayed'
      | 'request-method-mismatch'
      | 'request-body-mismatch'
      | 'event-too-large'
      | 'event-malformed'
      | 'event-not-canonical'
      | 'event-json-invalid'
      | 'event-wrong-type'
      | 'event-algorithm-not-allowed'
      | 'event-header-not-allowed'
      | 'event-claims-invalid'
      | 'event-text-malformed'
      | 'event-key-unknown'
      | 'event-signature-invalid'
      | 'event-sequence-broken'
      | 'event-parents-invalid'
      | 'event-author-not-invited'
      | 'event-incarnation-unknown'
      | 'event-dated-ahead'
      | 'event-missing-ancestors'
      | 'event-not-shared'
      | 'case-full'
      | 'too-many-events'
      | 'type-unknown'
      | 'body-invalid'
      | 'not-active'
      | 'case-closed'
      | 'case-not-closed'
      | 'not-host'
      | 'not-inviter'
      | 'not-invitee'
      | 'not-holder'
      | 'not-offeree'
      | 'not-author'
      | 'already-participant'
      | 'already-requested'
      | 'engagement-not-open'
      | 'engagement-not-active'
      | 'engagement-unknown'
      | 'target-not-active'
      | 'target-is-self'
      | 'host-cannot-leave'
      | 'transfer-unsettled'
      | 'epoch-stale'
      | 'offer-unknown'
      | 'offer-not-accepted'
      | 'baton-held-by-host'
      | 'silence-too-short'
      | 'claim-unknown'
      | 'participant-still-active'
      | 'author-frozen'
      | 'author-not-frozen'
      | 'target-unknown'
      | 'rules-not-supported'
      | 'no-equivocation'
      | 'unchanged'
      | 'slot-unknown'
      | 'too-many-participants'
      | 'escalation-open'
      | 'escalation-unknown'
      | 'escalation-not-open'
      | 'not-raiser'
      | 'proposal-objected'
      | 'claim-not-graver'
      | 'call-unknown'
      | 'duty-unknown'
      | 'not-due-yet'
      | 'not-assignee'
      | 'action-not-open'
      | 'not-a-notice'
      | 'kind-fixed'
      | 'limit-reached'
      | 'case-not-found'
      | 'case-moved-on'
      | 'signing-fenced'
      | 'case-not-fenced'
      | 'history-incomplete'
      | 'reader-not-participant'
      | 'reason-missing'
      | 'level-duty-unmet'
      | 'impact-missing'
      | 'contact-missing'
      | 'scheme-invalid'
      | 'matrix-breaks-order'
      | 'scheme-unknown'
      | 'severity-code-unknown'
      | 'severity-none-open'
      | 'support-profile-invalid'
      | 'support-profile-unknown'
      | 'rota-invalid'
      | 'person-invalid'
      | 'person-unknown'
      | 'person-in-rota'
  }
  responses: {
    /** @description Done; the receipt says what was written */
    Done: {
      headers: {
        ETag: components['headers']['ETag']
        'Request-Id': components['headers']['RequestId']
        RateLimit: components['headers']['RateLimit']
        'RateLimit-Policy': components['headers']['RateLimitPolicy']
        [name: string]: unknown
      }
      content: {
        'application/json': components['schemas']['Receipt']
      }
    }
    /** @description Created; the receipt says what was written */
    Opened: {
      headers: {
        /** @description Where the case can be read */
        Location?: string
        ETag: components['headers']['ETag']
        'Request-Id': components['headers']['RequestId']
        RateLimit: components['headers']['RateLimit']
        'RateLimit-Policy': components['headers']['RateLimitPolicy']
        [name: string]: unknown
      }
      content: {
        'application/json': components['schemas']['Receipt']
      }
    }
    /** @description Refused, with the word in `type`: 400 what cannot be read, 401 who are you, 403 not with these scopes or this agreement, 404 not there for you, 409 not as things stand, 412 and 428 about If-Match, 413 too large, 415 wrong content type, 422 a field or key is wrong, 429 too often. Nothing was changed */
    Refused: {
      headers: {
        'Request-Id': components['headers']['RequestId']
        'Retry-After': components['headers']['RetryAfter']
        RateLimit: components['headers']['RateLimit']
        'RateLimit-Policy': components['headers']['RateLimitPolicy']
        /** @description With 401 */
        'WWW-Authenticate'?: string
        /** @description With 405 */
        Allow?: string
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem9457']
      }
    }
    /** @description Our side failed: 500 with an incident number for the operator, 502 or 504 when a partner could not be asked, 503 with `Retry-After` when nothing can be stored at the moment */
    Failed: {
      headers: {
        'Request-Id': components['headers']['RequestId']
        'Retry-After': components['headers']['RetryAfter']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Failure']
      }
    }
  }
  parameters: {
    CaseId: components['schemas']['CaseId']
    /** @description The event that asked. */
    EngagementId: components['schemas']['EventId']
    /** @description The event that raised it. */
    EscalationId: components['schemas']['EventId']
    /** @description The event that added it. */
    ActionId: components['schemas']['EventId']
    /** @example redhat-premium */
    Scheme: components['schemas']['SchemeId']
    PersonId: components['schemas']['DutyId']
    AlertId: components['schemas']['DutyId']
    ChannelId: components['schemas']['DutyId']
    RotaId: components['schemas']['DutyId']
    /** @description The partner's identifier. */
    Partner: components['schemas']['MemberId']
    /** @description `next` of the page before. */
    After: string
    /** @description At most this many items. */
    Limit: number
    Order: 'oldest' | 'newest'
    /** @description Add the signed token of each event. */
    WithToken: boolean
    /** @description The ETag you read; refused with 412 if the case has changed since. */
    IfMatch: string
    /** @description The ETag you read; refused with 412 if it has changed since, with 428 if it is missing. */
    IfMatchRequired: string
    /**
     * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
     * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
     */
    IdempotencyKey: string
  }
  requestBodies: never
  headers: {
    /**
     * @description The version of what was read or written, in double quotes
     * @example "7"
     */
    ETag: string
    /** @description Yours if you sent one (up to 100 visible characters), else a new one; it stands in our logs */
    RequestId: string
    /**
     * @description What is left (`r`) and for how many seconds (`t`)
     * @example "client";r=598;t=60
     */
    RateLimit: string
    /**
     * @description How many requests (`q`) in how many seconds (`w`)
     * @example "client";q=600;w=60
     */
    RateLimitPolicy: string
    /**
     * @description Seconds to wait
     * @example 5
     */
    RetryAfter: number
  }
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  listCases: {
    parameters: {
      query?: {
        /**
         * @description A case number of any participant, or our reference (`EN-JEV3-7DR6`). The whole number, in any case.
         * @example SR-4711
         */
        number?: string
        /** @description Cases in which this member takes part. */
        partner?: components['schemas']['MemberId']
        /** @description `invited` and `declined` are cases you were asked into and have not joined. */
        status?: 'open' | 'closed' | 'closed-contested' | 'invited' | 'declined'
        /**
         * @description Words that stand in texts of the case.
         * @example iscsi timeout
         */
        text?: string
        /** @description Cases in which this member holds the baton. */
        holder?: components['schemas']['MemberId']
        /** @description `true` lists test cases only, `false` leaves them out; without it both are listed. */
        test?: boolean
        /** @description `next` of the page before. */
        after?: components['parameters']['After']
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One page of cases */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CasePage']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  openCase: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenCase']
      }
    }
    responses: {
      201: components['responses']['Opened']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readCase: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you hold; the answer is 304 without a body while nothing has changed. */
        'If-None-Match'?: string
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The case */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Case']
        }
      }
      /** @description Not changed since the ETag you sent */
      304: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content?: never
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  restateProblem: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Problem']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  closeCase: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseCase']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  reopenCase: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ReopenCase']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  requestReopening: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ReopenCase']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  requestEngagement: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestEngagement']
      }
    }
    responses: {
      201: components['responses']['Opened']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  acceptEngagement: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['AcceptEngagement']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  declineEngagement: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['DeclineEngagement']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  requestInformation: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RequestInformation']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  provideInformation: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProvideInformation']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  withdrawEngagement: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WithdrawEngagement']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  lapseEngagement: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  completeEngagement: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CompleteEngagement']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  confirmCompletion: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  leaveCase: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['LeaveCase']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  removeMember: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RemoveMember']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  grantMayEngage: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['GrantMayEngage']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  proposeMember: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposeMember']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  cutAuthor: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AboutMember']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  resumeAuthor: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ResumeAuthor']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  showEquivocation: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ShowEquivocation']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  raiseRules: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RaiseRules']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  rotateCaseKeys: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listKeys: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Your keys, the newest first */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['KeyList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  rotateKeys: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RotateKeys']
      }
    }
    responses: {
      /** @description What happened to the key */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['KeyRotation']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  forceFence: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ForceFence']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  previewEngagement: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewEngagement']
      }
    }
    responses: {
      /** @description What would be sent */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EngagementPreview']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  acknowledgeEngagement: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  confirmCall: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ConfirmCall']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  meetLevelDuty: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['MeetDuty']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  pauseClock: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PauseClock']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  resumeClock: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that asked. */
        engagementId: components['parameters']['EngagementId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ResumeClock']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  raiseEscalation: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RaiseEscalation']
      }
    }
    responses: {
      201: components['responses']['Opened']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  restateEscalation: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RestateEscalation']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  acknowledgeEscalation: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AcknowledgeEscalation']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  declineEscalation: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['DeclineEscalation']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  proposeEscalationPlan: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposeEscalationPlan']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  agreeEscalationPlan: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AgreeEscalationPlan']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  reportOnTrack: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ReportOnTrack']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  proposeEscalationEnd: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposeEscalationEnd']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  endEscalation: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['EndEscalation']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  endEscalationBySilence: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  objectToEscalationEnd: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ObjectToEscalationEnd']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  withdrawEscalation: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that raised it. */
        escalationId: components['parameters']['EscalationId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listEscalations: {
    parameters: {
      query?: {
        /** @description `next` of the page before. */
        after?: components['parameters']['After']
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One page */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EscalationPage']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listNotices: {
    parameters: {
      query?: {
        status?: 'open' | 'closed' | 'closed-contested' | 'invited' | 'declined'
        /** @description `next` of the page before. */
        after?: components['parameters']['After']
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One page */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CasePage']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  openNotice: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OpenNotice']
      }
    }
    responses: {
      201: components['responses']['Opened']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  handOffNotice: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['HandOffNotice']
      }
    }
    responses: {
      201: components['responses']['Opened']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  proposePlan: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ProposePlan']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  agreePlan: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  addAction: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AddAction']
      }
    }
    responses: {
      201: components['responses']['Opened']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  withdrawAction: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that added it. */
        actionId: components['parameters']['ActionId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  answerAction: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that added it. */
        actionId: components['parameters']['ActionId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AnswerAction']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  stateResolution: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['StateResolution']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  shareEffort: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ShareEffort']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listNotes: {
    parameters: {
      query?: {
        order?: components['parameters']['Order']
        /** @description `next` of the page before. */
        after?: components['parameters']['After']
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
      }
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One page of notes */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['NotePage']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  addNote: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AddNote']
      }
    }
    responses: {
      201: components['responses']['Opened']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  withdrawNote: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        /** @description The event that added the note. */
        noteId: components['schemas']['EventId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  setSlot: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
        slot: components['schemas']['SlotName']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SetSlot']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  claimSeverity: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Severity']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  refuseLowering: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['RefuseLowering']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  agreeSeverity: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AgreeSeverity']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  releaseSeverity: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AboutMember']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  offerBaton: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Offer']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  withdrawBatonOffer: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  acceptBaton: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  declineBaton: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['DeclineBaton']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  passBaton: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  reclaimBaton: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  offerHost: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Offer']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  withdrawHostOffer: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  acceptHost: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  declineHost: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: {
      content: {
        'application/json': components['schemas']['Remark']
      }
    }
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  transferHost: {
    parameters: {
      query?: never
      header?: {
        /** @description The ETag you read; refused with 412 if the case has changed since. */
        'If-Match'?: components['parameters']['IfMatch']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      200: components['responses']['Done']
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listCaseClocks: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The clocks, now */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CaseClocks']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listClocks: {
    parameters: {
      query: {
        /** @description `warning`: three quarters of the allowed time are spent. `breached`: it is past due and still runs. */
        state: 'running' | 'warning' | 'breached' | 'paused'
        /** @description Your own clocks, or those of partners. */
        whose?: 'ours' | 'partners'
        /** @description `true` lists test cases only, `false` leaves them out; without it both are listed. */
        test?: boolean
        /** @description `next` of the page before. */
        after?: components['parameters']['After']
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One page of clocks */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ClockPage']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listHistory: {
    parameters: {
      query?: {
        order?: components['parameters']['Order']
        /** @description Add the signed token of each event. */
        token?: components['parameters']['WithToken']
        /** @description `next` of the page before. */
        after?: components['parameters']['After']
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
      }
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One page of the history */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EventPage']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readEvent: {
    parameters: {
      query?: {
        /** @description Add the signed token of each event. */
        token?: components['parameters']['WithToken']
      }
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
        eventId: components['schemas']['EventId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The event */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Event']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listDeliveries: {
    parameters: {
      query?: {
        /** @description `next` of the page before. */
        after?: components['parameters']['After']
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
      }
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Deliveries that are waiting, done or refused */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['DeliveryList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listOverturned: {
    parameters: {
      query?: never
      header?: never
      path: {
        caseId: components['parameters']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What was overturned, the latest first */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OverturnedList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readFeed: {
    parameters: {
      query?: {
        /** @description The cursor of the last answer, or `now`. */
        after?: string
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
        /** @description Seconds to wait for news. */
        wait?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What happened since, oldest first */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['FeedPage']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  streamFeed: {
    parameters: {
      query?: {
        /** @description Where to begin, when there is no `Last-Event-ID`. Without either it begins now. */
        after?: string
      }
      header?: {
        'Last-Event-ID'?: string
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The stream */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'text/event-stream': string
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  searchPartners: {
    parameters: {
      query?: {
        /**
         * @description Words of the name, a product or an identifier.
         * @example storage
         */
        words?: string
        /** @description `next` of the page before. */
        after?: components['parameters']['After']
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One page of partners */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PartnerPage']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readPartner: {
    parameters: {
      query: {
        /** @description The partner's identifier. */
        partner: components['parameters']['Partner']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The partner */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Partner']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readIntakeForm: {
    parameters: {
      query: {
        /** @description The partner's identifier. */
        partner: components['parameters']['Partner']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Its form; `fields` is empty when it has none */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PartnerIntakeForm']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listQueues: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Every queue */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['QueueList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listAgreements: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Every agreement in force */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AgreementList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readAgreement: {
    parameters: {
      query: {
        /** @description The partner's identifier. */
        partner: components['parameters']['Partner']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The agreement */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Agreement']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  saveAgreement: {
    parameters: {
      query: {
        /** @description The partner's identifier. */
        partner: components['parameters']['Partner']
      }
      header: {
        /** @description The ETag you read; refused with 412 if it has changed since, with 428 if it is missing. */
        'If-Match': components['parameters']['IfMatchRequired']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveAgreement']
      }
    }
    responses: {
      /** @description The agreement as it now stands */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Agreement']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readProfile: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Your profile */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Profile']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  saveProfile: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag you read; refused with 412 if it has changed since, with 428 if it is missing. */
        'If-Match': components['parameters']['IfMatchRequired']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveProfile']
      }
    }
    responses: {
      /** @description Your profile as it now stands */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Profile']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listSupportProfiles: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Every version, in the order they were added */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SupportProfileList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  addSupportProfile: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SupportProfileDocument']
      }
    }
    responses: {
      /** @description The support profile */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SupportProfileEntry']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listSupportPresets: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Every preset */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SupportPresetList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  compareSupportProfiles: {
    parameters: {
      query: {
        /**
         * @description The older version.
         * @example 2026.1
         */
        from: string
        /** @description The newer version; without it the one added last. */
        to?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What came, went or changed, each with both values */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SupportProfileChanges']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readSupportProfile: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example 2026.1 */
        version: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The profile and the text that was hashed */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StoredSupportProfile']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listPeople: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Everybody */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PersonList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  addPerson: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SavePerson']
      }
    }
    responses: {
      /** @description The person */
      201: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Person']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readPerson: {
    parameters: {
      query?: never
      header?: never
      path: {
        personId: components['parameters']['PersonId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The person */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Person']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  savePerson: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag you read; refused with 412 if it has changed since, with 428 if it is missing. */
        'If-Match': components['parameters']['IfMatchRequired']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        personId: components['parameters']['PersonId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SavePerson']
      }
    }
    responses: {
      /** @description The person as it now stands */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Person']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  removePerson: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag you read; refused with 412 if it has changed since, with 428 if it is missing. */
        'If-Match': components['parameters']['IfMatchRequired']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        personId: components['parameters']['PersonId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Who was deleted */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Removed']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listAlerts: {
    parameters: {
      query?: {
        /** @description Of one case only. */
        caseId?: components['schemas']['CaseId']
        /** @description Those that stand so. */
        word?: 'telling' | 'acknowledged' | 'over' | 'unanswered' | 'unreached'
        /** @description `next` of the page before. */
        after?: components['parameters']['After']
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description One page of alerts */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertPage']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  acknowledgeAlert: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        alertId: components['parameters']['AlertId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AcknowledgeAlert']
      }
    }
    responses: {
      /** @description The alert as it now stands */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Alert']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readAlertSettings: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The settings */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertSettings']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  saveAlertSettings: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag you read; refused with 412 if it has changed since, with 428 if it is missing. */
        'If-Match': components['parameters']['IfMatchRequired']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveAlertSettings']
      }
    }
    responses: {
      /** @description The settings as they now stand */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertSettings']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listAlertChannels: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Every channel, without its secret */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertChannelList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  addAlertChannel: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveAlertChannel']
      }
    }
    responses: {
      /** @description The channel */
      201: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertChannel']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  saveAlertChannel: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag you read; refused with 412 if it has changed since, with 428 if it is missing. */
        'If-Match': components['parameters']['IfMatchRequired']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        channelId: components['parameters']['ChannelId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveAlertChannel']
      }
    }
    responses: {
      /** @description The channel as it now stands */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertChannel']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  removeAlertChannel: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag you read; refused with 412 if it has changed since, with 428 if it is missing. */
        'If-Match': components['parameters']['IfMatchRequired']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        channelId: components['parameters']['ChannelId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description What was deleted */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Removed']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  testAlertChannel: {
    parameters: {
      query?: never
      header?: never
      path: {
        channelId: components['parameters']['ChannelId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['TestAlertChannel']
      }
    }
    responses: {
      /** @description Whether it was taken */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AlertChannelTest']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listRotas: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Every rota */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['RotaList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  addRota: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveRota']
      }
    }
    responses: {
      /** @description The rota */
      201: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Rota']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readRota: {
    parameters: {
      query?: never
      header?: never
      path: {
        rotaId: components['parameters']['RotaId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The rota */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Rota']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  saveRota: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag you read; refused with 412 if it has changed since, with 428 if it is missing. */
        'If-Match': components['parameters']['IfMatchRequired']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        rotaId: components['parameters']['RotaId']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SaveRota']
      }
    }
    responses: {
      /** @description The rota as it now stands */
      200: {
        headers: {
          ETag: components['headers']['ETag']
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Rota']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  removeRota: {
    parameters: {
      query?: never
      header: {
        /** @description The ETag you read; refused with 412 if it has changed since, with 428 if it is missing. */
        'If-Match': components['parameters']['IfMatchRequired']
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path: {
        rotaId: components['parameters']['RotaId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Which was deleted */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Removed']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readWhoAnswers: {
    parameters: {
      query: {
        /**
         * @description You, or a partner.
         * @example https://storage.example
         */
        member: components['schemas']['MemberId']
        /** @description Where it matters which one. */
        product?: string
        /** @description The shared level it is about. */
        level?: '1' | '2' | '3' | '4'
        /** @description Another moment than now; any offset. */
        at?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Who answers */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WhoAnswers']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listSchemes: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Every version of every scheme of yours */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SchemeList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  addScheme: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SchemeDocument']
      }
    }
    responses: {
      /** @description The scheme, ready for use; name it in your profile to publish it */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SchemeEntry']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  readScheme: {
    parameters: {
      query?: {
        /** @description Without it the latest. */
        version?: string
      }
      header?: never
      path: {
        /** @example redhat-premium */
        scheme: components['parameters']['Scheme']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The scheme and the text that was hashed */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Scheme']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listSchemeVersions: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @example redhat-premium */
        scheme: components['parameters']['Scheme']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Every version, with the number of open cases that keep it */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SchemeVersionList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  compareSchemeVersions: {
    parameters: {
      query: {
        /**
         * @description The older version.
         * @example 1
         */
        from: string
        /** @description The newer version; without it the latest. */
        to?: string
      }
      header?: never
      path: {
        /** @example redhat-premium */
        scheme: components['parameters']['Scheme']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Levels that came, went or changed, and fields with both values */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SchemeChanges']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listSchemeCases: {
    parameters: {
      query?: {
        /** @description Only those that keep this version. */
        version?: string
        /** @description `next` of the page before. */
        after?: components['parameters']['After']
        /** @description At most this many items. */
        limit?: components['parameters']['Limit']
      }
      header?: never
      path: {
        /** @example redhat-premium */
        scheme: components['parameters']['Scheme']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description By case id */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SchemeCaseList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  confirmScheme: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['SchemeConfirming']
      }
    }
    responses: {
      /** @description The scheme, with who confirmed it */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SchemeEntry']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  previewScheme: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['PreviewRequest']
      }
    }
    responses: {
      /** @description A line for each level in each direction, and what to know about them */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['SchemePreview']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  listPresets: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Every preset */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PresetList']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  translateSeverity: {
    parameters: {
      query: {
        /**
         * @description The scheme that the code belongs to; left out when a `level` is given.
         * @example vmware-on-premise
         */
        from?: components['schemas']['SchemeId']
        /**
         * @description The native text, exactly as it was received.
         * @example Critical (On Premise Severity 1)
         */
        code?: string
        /** @description A shared level instead of a code. */
        level?: components['schemas']['SharedLevel']
        /** @example redhat-premium */
        to: components['schemas']['SchemeId']
        /** @description Codes of the target that cannot be used, for lack of entitlement or because of a duty nobody took on. */
        excluded?: string[]
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Both halves, to be shown side by side */
      200: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Translation']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  issueToken: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['TokenRequest']
      }
    }
    responses: {
      /** @description An access token */
      200: {
        headers: {
          'Cache-Control'?: 'no-store'
          'Request-Id': components['headers']['RequestId']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokenAnswer']
        }
      }
      /** @description Refused, in the words of RFC 6749 §5.2 for OAuth libraries and as problem details for everybody else */
      '4XX': {
        headers: {
          'Request-Id': components['headers']['RequestId']
          'Retry-After': components['headers']['RetryAfter']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokenRefusal']
        }
      }
      '5XX': components['responses']['Failed']
    }
  }
  readTokenServer: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Metadata of the token server */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TokenServer']
        }
      }
    }
  }
  createConsoleLink: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Any text of yours that is new for a new request and the same for a repeated one; with or without double quotes. A UUID will do.
         * @example "8e03978e-40d5-43dd-bc93-6894a57f9324"
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateConsoleLink']
      }
    }
    responses: {
      /** @description The link */
      201: {
        headers: {
          'Request-Id': components['headers']['RequestId']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimitPolicy']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ConsoleLink']
        }
      }
      '4XX': components['responses']['Refused']
      '5XX': components['responses']['Failed']
    }
  }
  checkHealth: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It is */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Health']
        }
      }
    }
  }
  checkReadiness: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description It can */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Readiness']
        }
      }
      /** @description It cannot, and why */
      503: {
        headers: {
          'Retry-After': components['headers']['RetryAfter']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Readiness']
        }
      }
    }
  }
  readMetrics: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Metrics in the text format */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/plain': string
        }
      }
      '4XX': components['responses']['Refused']
    }
  }
  readReference: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The page */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/html': string
        }
      }
    }
  }
  readContractJson: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The contract */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': Record<string, never>
        }
      }
    }
  }
  readContractYaml: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The contract */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/yaml': string
        }
      }
    }
  }
}
