// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { YesNo } from "../yes-no.ts";

export interface TasksMethods {
  /** Bitrix24 docs: tasks/tasks-task-add */
  "tasks.task.add": {
    params: {
      fields: {
        TITLE?: string | undefined;
        DESCRIPTION?: string | undefined;
        RESPONSIBLE_ID?: number | string | undefined;
        CREATED_BY?: number | string | undefined;
        ACCOMPLICES?: readonly unknown[] | undefined;
        AUDITORS?: readonly unknown[] | undefined;
        DEADLINE?: string | undefined;
        START_DATE_PLAN?: string | undefined;
        END_DATE_PLAN?: string | undefined;
        PRIORITY?: number | string | undefined;
        GROUP_ID?: number | string | undefined;
        PARENT_ID?: number | string | undefined;
        TAGS?: unknown | undefined;
        ALLOW_CHANGE_DEADLINE?: YesNo | undefined;
        TASK_CONTROL?: YesNo | undefined;
        SE_PARAMETER?: readonly unknown[] | undefined;
        XML_ID?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      task: {
        id: string;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: unknown;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: unknown;
        activityDate?: string | null;
        dateStart?: unknown;
        deadline?: unknown;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: unknown;
        serviceCommentsCount?: unknown;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: unknown;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: unknown;
        sorting?: unknown;
        durationFact?: unknown;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: unknown;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: unknown;
        accomplices?: unknown;
        checklist?: unknown;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: unknown;
        auditorsData?: unknown;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
          } | null;
          action?: unknown;
          descendants?: unknown;
        } | null;
        checkListCanAdd?: boolean | null;
      };
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-approve */
  "tasks.task.approve": {
    params: {
      taskId: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-chat-message-send */
  "tasks.task.chat.message.send": {
    params: {
      fields: {
        taskId: number | string;
        text: string;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: tasks/status/tasks-task-complete */
  "tasks.task.complete": {
    params: {
      taskId: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-counters-get */
  "tasks.task.counters.get": {
    params: {
      userId?: number | string | undefined;
      groupId?: number | string | undefined;
      type?: string | undefined;
    };
    result: {
      expired?: {
        counter?: number | null;
        code?: number | null;
      } | null;
      new_comments?: {
        counter?: number | null;
        code?: number | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/status/tasks-task-defer */
  "tasks.task.defer": {
    params: {
      taskId: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-delegate */
  "tasks.task.delegate": {
    params: {
      taskId: number | string;
      userId: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-delete */
  "tasks.task.delete": {
    params: {
      taskId: number | string;
    };
    result: {
      task?: boolean | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-disapprove */
  "tasks.task.disapprove": {
    params: {
      taskId: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/user-actions/tasks-task-favorite-add */
  "tasks.task.favorite.add": {
    params: {
      taskId: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/user-actions/tasks-task-favorite-remove */
  "tasks.task.favorite.remove": {
    params: {
      taskId: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: tasks/tasks-task-file-attach */
  "tasks.task.file.attach": {
    params: {
      taskId: number | string;
      fileIds: unknown;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-files-attach */
  "tasks.task.files.attach": {
    params: {
      taskId: number | string;
      fileId: number | string;
    };
    result: {
      attachmentId?: string | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-get */
  "tasks.task.get": {
    params: {
      taskId?: number | string | undefined;
      select?: readonly unknown[] | undefined;
    };
    result: {
      task?: {
        id?: string | null;
        title?: string | null;
        description?: string | null;
        createdBy?: string | null;
        responsibleId?: string | null;
        deadline?: string | null;
        ufCrmTask?: string[] | null;
        ufTaskWebdavFiles?: number[] | null;
        ufMailMessage?: unknown;
        descriptionInBbcode?: boolean | null;
        favorite?: boolean | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        status?: number | null;
        xmlId?: string | null;
        groupId?: string | null;
        chatId?: string | null;
        closedDate?: string | null;
        closedBy?: string | null;
        changedDate?: string | null;
        allowChangeDeadline?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-get-fields */
  "tasks.task.getFields": {
    params: Record<never, never>;
    result: {
      fields?: {
        ID?: {
          title?: string | null;
          type?: string | null;
          primary?: boolean | null;
        } | null;
        PARENT_ID?: {
          title?: string | null;
          type?: string | null;
          default?: number | null;
        } | null;
        TITLE?: {
          title?: string | null;
          type?: string | null;
          required?: boolean | null;
        } | null;
        DESCRIPTION?: {
          title?: string | null;
          type?: string | null;
        } | null;
        MARK?: {
          title?: string | null;
          type?: string | null;
          values?: {
            N?: string | null;
            P?: string | null;
          } | null;
          default?: unknown;
        } | null;
        PRIORITY?: {
          title?: string | null;
          type?: string | null;
          values?: Record<string, string> | null;
          default?: number | null;
        } | null;
        STATUS?: {
          title?: string | null;
          type?: string | null;
          values?: Record<string, string> | null;
          default?: number | null;
        } | null;
        MULTITASK?: {
          title?: string | null;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        NOT_VIEWED?: {
          title?: unknown;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        REPLICATE?: {
          title?: string | null;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        GROUP_ID?: {
          title?: string | null;
          type?: string | null;
          default?: number | null;
        } | null;
        STAGE_ID?: {
          title?: string | null;
          type?: string | null;
          default?: number | null;
        } | null;
        SPRINT_ID?: {
          title?: string | null;
          type?: string | null;
          default?: number | null;
        } | null;
        BACKLOG_ID?: {
          title?: string | null;
          type?: string | null;
          default?: number | null;
        } | null;
        CREATED_BY?: {
          title?: string | null;
          type?: string | null;
          required?: boolean | null;
        } | null;
        CREATED_DATE?: {
          title?: unknown;
          type?: string | null;
        } | null;
        RESPONSIBLE_ID?: {
          title?: string | null;
          type?: string | null;
          required?: boolean | null;
        } | null;
        ACCOMPLICES?: {
          title?: unknown;
          type?: string | null;
        } | null;
        AUDITORS?: {
          title?: unknown;
          type?: string | null;
        } | null;
        CHANGED_BY?: {
          title?: string | null;
          type?: string | null;
        } | null;
        CHANGED_DATE?: {
          title?: string | null;
          type?: string | null;
        } | null;
        STATUS_CHANGED_BY?: {
          title?: string | null;
          type?: string | null;
        } | null;
        STATUS_CHANGED_DATE?: {
          title?: string | null;
          type?: string | null;
        } | null;
        CLOSED_BY?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        CLOSED_DATE?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        ACTIVITY_DATE?: {
          title?: unknown;
          type?: string | null;
          default?: unknown;
        } | null;
        DATE_START?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        DEADLINE?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        START_DATE_PLAN?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        END_DATE_PLAN?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        GUID?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        XML_ID?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        COMMENTS_COUNT?: {
          title?: string | null;
          type?: string | null;
          default?: number | null;
        } | null;
        SERVICE_COMMENTS_COUNT?: {
          title?: unknown;
          type?: string | null;
          default?: number | null;
        } | null;
        NEW_COMMENTS_COUNT?: {
          title?: unknown;
          type?: string | null;
          default?: number | null;
        } | null;
        ALLOW_CHANGE_DEADLINE?: {
          title?: unknown;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        ALLOW_TIME_TRACKING?: {
          title?: unknown;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        TASK_CONTROL?: {
          title?: string | null;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        ADD_IN_REPORT?: {
          title?: string | null;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        FORKED_BY_TEMPLATE_ID?: {
          title?: string | null;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        TIME_ESTIMATE?: {
          title?: string | null;
          type?: string | null;
        } | null;
        TIME_SPENT_IN_LOGS?: {
          title?: string | null;
          type?: string | null;
        } | null;
        MATCH_WORK_TIME?: {
          title?: string | null;
          type?: string | null;
        } | null;
        FORUM_TOPIC_ID?: {
          title?: string | null;
          type?: string | null;
        } | null;
        FORUM_ID?: {
          title?: string | null;
          type?: string | null;
        } | null;
        SITE_ID?: {
          title?: string | null;
          type?: string | null;
        } | null;
        SUBORDINATE?: {
          title?: string | null;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: unknown;
        } | null;
        FAVORITE?: {
          title?: unknown;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: unknown;
        } | null;
        EXCHANGE_MODIFIED?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        EXCHANGE_ID?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        OUTLOOK_VERSION?: {
          title?: string | null;
          type?: string | null;
          default?: unknown;
        } | null;
        VIEWED_DATE?: {
          title?: string | null;
          type?: string | null;
        } | null;
        SORTING?: {
          title?: string | null;
          type?: string | null;
        } | null;
        DURATION_PLAN?: {
          title?: string | null;
          type?: string | null;
        } | null;
        DURATION_FACT?: {
          title?: string | null;
          type?: string | null;
        } | null;
        CHECKLIST?: {
          title?: unknown;
          type?: string | null;
        } | null;
        DURATION_TYPE?: {
          title?: string | null;
          type?: string | null;
          values?: string[] | null;
          default?: string | null;
        } | null;
        IS_MUTED?: {
          title?: unknown;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        IS_PINNED?: {
          title?: unknown;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        IS_PINNED_IN_GROUP?: {
          title?: unknown;
          type?: string | null;
          values?: {
            Y?: string | null;
            N?: string | null;
          } | null;
          default?: boolean | null;
        } | null;
        FLOW_ID?: {
          title?: string | null;
          type?: string | null;
          default?: number | null;
        } | null;
        UF_CRM_TASK?: {
          title?: string | null;
          type?: string | null;
        } | null;
        UF_TASK_WEBDAV_FILES?: {
          title?: string | null;
          type?: string | null;
        } | null;
        UF_MAIL_MESSAGE?: {
          title?: unknown;
          type?: string | null;
        } | null;
        UF_NEW_TASKS_FIELD?: {
          title?: string | null;
          type?: string | null;
        } | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-get-access */
  "tasks.task.getaccess": {
    params: {
      taskId: number | string;
      users?: readonly unknown[] | undefined;
    };
    result: {
      allowedActions?: Record<string, {
        ACCEPT?: boolean | null;
        DECLINE?: boolean | null;
        COMPLETE?: boolean | null;
        APPROVE?: boolean | null;
        DISAPPROVE?: boolean | null;
        START?: boolean | null;
        PAUSE?: boolean | null;
        DELEGATE?: boolean | null;
        REMOVE?: boolean | null;
        EDIT?: boolean | null;
        DEFER?: boolean | null;
        RENEW?: boolean | null;
        CREATE?: boolean | null;
        CHANGE_DEADLINE?: boolean | null;
        CHECKLIST_ADD_ITEMS?: boolean | null;
        ADD_FAVORITE?: boolean | null;
        DELETE_FAVORITE?: boolean | null;
        RATE?: boolean | null;
        TAKE?: boolean | null;
        "EDIT.ORIGINATOR"?: boolean | null;
        "CHECKLIST.REORDER"?: boolean | null;
        "ELAPSEDTIME.ADD"?: boolean | null;
        "DAYPLAN.TIMER.TOGGLE"?: boolean | null;
        "EDIT.PLAN"?: boolean | null;
        "CHECKLIST.ADD"?: boolean | null;
        "FAVORITE.ADD"?: boolean | null;
        "FAVORITE.DELETE"?: boolean | null;
      }> | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-history-list */
  "tasks.task.history.list": {
    params: {
      taskId: number | string;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
    };
    result: {
      list?: {
        id?: string | null;
        createdDate?: string | null;
        field?: string | null;
        value?: {
          from?: unknown;
          to?: unknown;
        } | null;
        user?: {
          id?: string | null;
          name?: string | null;
          lastName?: string | null;
          secondName?: string | null;
          login?: string | null;
        } | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-list */
  "tasks.task.list": {
    params: {
      order?: Readonly<Record<string, unknown>> | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      select?: readonly unknown[] | undefined;
      params?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      tasks: {
        id: string;
        title?: string | null;
        description?: string | null;
        deadline?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        priority?: string | null;
        mark?: string | null;
        descriptionInBbcode?: boolean | null;
        lengthDeadline?: string | null;
        status?: number | null;
        auditors?: string[] | null;
        accomplices?: unknown;
        group?: unknown;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: unknown;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        taskRequireResult?: boolean | null;
        taskHasOpenResult?: boolean | null;
        taskHasResult?: boolean | null;
        timeElapsed?: unknown;
        timerIsRunningForCurrentUser?: boolean | null;
        parsedDescription?: string | null;
        counter?: {
          counters?: {
            expired?: number | null;
            newComments?: number | null;
            projectExpired?: number | null;
            projectNewComments?: number | null;
            mutedExpired?: number | null;
            mutedNewComments?: number | null;
          } | null;
          color?: string | null;
          value?: number | null;
        } | null;
        tags?: Record<string, {
          id?: string | null;
          title?: string | null;
        }> | null;
        subStatus?: string | null;
        xmlId?: string | null;
        groupId?: string | null;
        createdBy?: string | null;
        allowChangeDeadline?: boolean | null;
      }[];
    };
  };
  /** Bitrix24 docs: tasks/user-actions/tasks-task-mute */
  "tasks.task.mute": {
    params: {
      id: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/status/tasks-task-pause */
  "tasks.task.pause": {
    params: {
      taskId: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/user-actions/tasks-task-pin */
  "tasks.task.pin": {
    params: {
      id: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: unknown;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: unknown;
        activityDate?: string | null;
        dateStart?: unknown;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: unknown;
        serviceCommentsCount?: unknown;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: unknown;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: unknown;
        sorting?: unknown;
        durationFact?: unknown;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        chatId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: unknown;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: unknown;
        accomplices?: unknown;
        checklist?: unknown;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: unknown;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: unknown;
        } | null;
        accomplicesData?: unknown;
        auditorsData?: unknown;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: unknown;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/status/tasks-task-renew */
  "tasks.task.renew": {
    params: {
      taskId: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/result/tasks-task-result-add */
  "tasks.task.result.add": {
    params: {
      fields: {
        taskId: number | string;
        text: string;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      item?: {
        id?: string | null;
        taskId?: string | null;
        text?: string | null;
        authorId?: string | null;
        createdAt?: string | null;
        updatedAt?: string | null;
        status?: string | null;
        fileIds?: unknown;
        rights?: {
          edit?: boolean | null;
          remove?: boolean | null;
        } | null;
        messageId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/result/tasks-task-result-delete */
  "tasks.task.result.delete": {
    params: {
      id: number | string;
    };
    result: {
      result?: boolean | null;
    };
  };
  /** Bitrix24 docs: tasks/result/tasks-task-result-list */
  "tasks.task.result.list": {
    params: {
      taskId: number | string;
    };
    result: {
      id?: string | null;
      taskId?: string | null;
      commentId?: string | null;
      createdBy?: string | null;
      createdAt?: string | null;
      updatedAt?: string | null;
      status?: number | null;
      text?: string | null;
      formattedText?: string | null;
      files?: number[] | null;
    }[];
  };
  /** Bitrix24 docs: tasks/result/tasks-task-result-update */
  "tasks.task.result.update": {
    params: {
      id: number | string;
      fields: {
        text: string;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      item?: {
        id?: string | null;
        taskId?: string | null;
        text?: string | null;
        authorId?: string | null;
        createdAt?: string | null;
        updatedAt?: string | null;
        status?: string | null;
        fileIds?: unknown;
        rights?: {
          edit?: boolean | null;
          remove?: boolean | null;
        } | null;
        messageId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/status/tasks-task-start */
  "tasks.task.start": {
    params: {
      taskId: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/user-actions/tasks-task-start-watch */
  "tasks.task.startwatch": {
    params: {
      taskId: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/user-actions/tasks-task-stop-watch */
  "tasks.task.stopwatch": {
    params: {
      taskId: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/user-actions/tasks-task-unmute */
  "tasks.task.unmute": {
    params: {
      id: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: string | null;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: string | null;
        activityDate?: string | null;
        dateStart?: string | null;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: string | null;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: string | null;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: string[] | null;
        checklist?: Record<string, {
          id?: string | null;
          taskId?: string | null;
          createdBy?: string | null;
          parentId?: string | null;
          title?: string | null;
          sortIndex?: string | null;
          isComplete?: boolean | null;
          isImportant?: boolean | null;
          toggledBy?: unknown;
          toggledDate?: unknown;
          ufChecklistFiles?: unknown;
          members?: unknown;
          attachments?: unknown;
          entityId?: string | null;
          action?: {
            modify?: boolean | null;
            remove?: boolean | null;
            toggle?: boolean | null;
            add?: boolean | null;
            addAccomplice?: boolean | null;
          } | null;
        }> | null;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: {
            nodeId?: string | null;
            fields?: {
              id?: string | null;
              copiedId?: string | null;
              entityId?: string | null;
              userId?: string | null;
              createdBy?: string | null;
              parentId?: string | null;
              title?: string | null;
              sortIndex?: number | null;
              displaySortIndex?: string | null;
              isComplete?: boolean | null;
              isImportant?: boolean | null;
              completedCount?: number | null;
              members?: unknown;
              attachments?: unknown;
              nodeId?: string | null;
            } | null;
            action?: {
              modify?: boolean | null;
              remove?: boolean | null;
              toggle?: boolean | null;
              add?: boolean | null;
              addAccomplice?: boolean | null;
            } | null;
            descendants?: {
              nodeId?: string | null;
              fields?: {
                id?: string | null;
                copiedId?: string | null;
                entityId?: string | null;
                userId?: string | null;
                createdBy?: string | null;
                parentId?: string | null;
                title?: string | null;
                sortIndex?: number | null;
                displaySortIndex?: string | null;
                isComplete?: boolean | null;
                isImportant?: boolean | null;
                completedCount?: number | null;
                members?: unknown;
                attachments?: unknown;
                nodeId?: string | null;
              } | null;
              action?: {
                modify?: boolean | null;
                remove?: boolean | null;
                toggle?: boolean | null;
                add?: boolean | null;
                addAccomplice?: boolean | null;
              } | null;
              descendants?: unknown;
            }[] | null;
          }[] | null;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/user-actions/tasks-task-unpin */
  "tasks.task.unpin": {
    params: {
      id: number | string;
    };
    result: {
      task?: {
        id?: string | null;
        parentId?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: unknown;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: unknown;
        activityDate?: string | null;
        dateStart?: unknown;
        deadline?: string | null;
        startDatePlan?: unknown;
        endDatePlan?: unknown;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: unknown;
        serviceCommentsCount?: unknown;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: unknown;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: unknown;
        sorting?: unknown;
        durationFact?: unknown;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        chatId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: unknown;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: unknown;
        accomplices?: unknown;
        checklist?: unknown;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: unknown;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: unknown;
        } | null;
        accomplicesData?: unknown;
        auditorsData?: unknown;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: unknown;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
  /** Bitrix24 docs: tasks/tasks-task-update */
  "tasks.task.update": {
    params: {
      taskId: number | string;
      fields: Readonly<Record<string, unknown>>;
    };
    result: {
      task?: {
        id?: string | null;
        title?: string | null;
        description?: string | null;
        mark?: unknown;
        priority?: string | null;
        multitask?: boolean | null;
        notViewed?: boolean | null;
        replicate?: boolean | null;
        stageId?: string | null;
        sprintId?: string | null;
        backlogId?: string | null;
        createdBy?: string | null;
        createdDate?: string | null;
        responsibleId?: string | null;
        changedBy?: string | null;
        changedDate?: string | null;
        statusChangedBy?: string | null;
        closedBy?: string | null;
        closedDate?: unknown;
        activityDate?: string | null;
        dateStart?: unknown;
        deadline?: string | null;
        startDatePlan?: string | null;
        endDatePlan?: string | null;
        guid?: string | null;
        xmlId?: string | null;
        commentsCount?: string | null;
        serviceCommentsCount?: string | null;
        allowChangeDeadline?: boolean | null;
        allowTimeTracking?: boolean | null;
        taskControl?: boolean | null;
        addInReport?: boolean | null;
        forkedByTemplateId?: string | null;
        timeEstimate?: string | null;
        timeSpentInLogs?: unknown;
        matchWorkTime?: boolean | null;
        forumTopicId?: string | null;
        forumId?: string | null;
        siteId?: string | null;
        subordinate?: boolean | null;
        exchangeModified?: unknown;
        exchangeId?: string | null;
        outlookVersion?: string | null;
        viewedDate?: string | null;
        sorting?: unknown;
        durationFact?: unknown;
        isMuted?: boolean | null;
        isPinned?: boolean | null;
        isPinnedInGroup?: boolean | null;
        flowId?: string | null;
        descriptionInBbcode?: boolean | null;
        status?: number | null;
        statusChangedDate?: string | null;
        durationPlan?: string | null;
        durationType?: string | null;
        favorite?: boolean | null;
        groupId?: string | null;
        auditors?: string[] | null;
        accomplices?: unknown;
        checklist?: unknown;
        group?: unknown;
        creator?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        responsible?: {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        } | null;
        accomplicesData?: unknown;
        auditorsData?: Record<string, {
          id?: string | null;
          name?: string | null;
          link?: string | null;
          icon?: string | null;
          workPosition?: string | null;
        }> | null;
        newCommentsCount?: number | null;
        action?: {
          accept?: boolean | null;
          decline?: boolean | null;
          complete?: boolean | null;
          approve?: boolean | null;
          disapprove?: boolean | null;
          start?: boolean | null;
          pause?: boolean | null;
          delegate?: boolean | null;
          remove?: boolean | null;
          edit?: boolean | null;
          defer?: boolean | null;
          renew?: boolean | null;
          create?: boolean | null;
          changeDeadline?: boolean | null;
          checklistAddItems?: boolean | null;
          addFavorite?: boolean | null;
          deleteFavorite?: boolean | null;
          rate?: boolean | null;
          take?: boolean | null;
          "edit.originator"?: boolean | null;
          "checklist.reorder"?: boolean | null;
          "elapsedtime.add"?: boolean | null;
          "dayplan.timer.toggle"?: boolean | null;
          "edit.plan"?: boolean | null;
          "checklist.add"?: boolean | null;
          "favorite.add"?: boolean | null;
          "favorite.delete"?: boolean | null;
        } | null;
        checkListTree?: {
          nodeId?: string | null;
          fields?: {
            id?: string | null;
            copiedId?: string | null;
            entityId?: string | null;
            userId?: string | null;
            createdBy?: string | null;
            parentId?: string | null;
            title?: string | null;
            sortIndex?: unknown;
            displaySortIndex?: string | null;
            isComplete?: boolean | null;
            isImportant?: boolean | null;
            completedCount?: number | null;
            members?: unknown;
            attachments?: unknown;
            nodeId?: string | null;
          } | null;
          action?: unknown;
          descendants?: unknown;
        } | null;
        checkListCanAdd?: boolean | null;
      } | null;
    };
  };
}
